import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Criteria } from '#mailhold/client/client.js'
import type { StartedMailhold } from '#mailhold/server/start-mailhold.js'
import { startMailhold } from '#mailhold/server/start-mailhold.js'
import type { CypressInbox, CypressMail } from '#mailhold/testing/cypress/commands.js'
import { answer, setUpMailhold } from '#mailhold/testing/cypress-plugin.js'

// Cypress itself is a program of its own that is not everywhere; a stand-in has its `cy.task`, whose messages are JSON,
// `cy.wrap` and `Cypress.Commands.add`. Everything else is the real thing.

type Command = (...given: unknown[]) => Promise<unknown>
const commands = new Map<string, Command>()
let mailhold: StartedMailhold

beforeAll(async () => {
  mailhold = await startMailhold({ pop3: 'off' })
  const overJson = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never
  Object.assign(globalThis, {
    Cypress: { Commands: { add: (name: string, command: Command) => commands.set(name, command) } },
    cy: {
      task: async (_name: string, asked: unknown) => overJson(await answer(mailhold, overJson(asked))),
      wrap: async (value: unknown) => value,
    },
  })
  await import('#mailhold/testing/cypress/commands.js')
})
afterAll(() => mailhold.stop())

const run = async <Result>(name: string, ...given: unknown[]): Promise<Result> =>
  (await commands.get(name)?.(...given)) as Result
const send = (inbox: CypressInbox, subject: string) =>
  mailhold.compose({
    from: 'app@example.com',
    to: inbox.address('ada'),
    subject,
    html: '<p>Your code is <b>482913</b>. <a href="https://app.test/c">Confirm</a></p>',
    attachments: [{ filename: 'a.txt', content: Buffer.from('7 €').toString('base64') }],
  })

describe('the commands', () => {
  it('find a mail that has its link, its code and its octets', async () => {
    const inbox = await run<CypressInbox>('mailInbox')
    await send(inbox, 'Confirm')

    const criteria: Criteria = { subject: /^confirm/i }
    const mail = await run<CypressMail>('findMail', inbox, criteria)

    expect(mail.link('confirm')).toBe('https://app.test/c')
    expect(mail.code()).toBe('482913')
    expect(await run('mailOctets', mail, /\.txt$/)).toEqual(new Uint8Array(Buffer.from('7 €')))
    expect(Buffer.from(await run<Uint8Array>('mailOctets', mail)).toString()).toContain(
      'Subject: Confirm\r\n',
    )
  })

  it('know what is there now, what comes after, and what does not come', async () => {
    const inbox = await run<CypressInbox>('mailInbox')

    expect(await run('queryMail', inbox)).toBeNull()
    expect(await run('queryMails', inbox)).toEqual([])
    await send(inbox, 'One')
    const one = await run<CypressMail>('getMail', inbox, { subject: 'One' })
    await send(inbox, 'Two')
    expect(await run<CypressMail[]>('getMails', inbox)).toMatchObject([
      { subject: 'One' },
      { subject: 'Two' },
    ])
    const later = await run<CypressMail[]>('findMails', inbox, {}, { after: one, each: [{ to: /ada/ }] })
    expect(later.map(({ subject }) => subject)).toEqual(['Two'])
    expect(await run('shouldReceiveInOrder', inbox, [{ subject: 'One' }, { subject: 'Two' }])).toBeNull()
    expect(await run('shouldNotReceive', inbox, { subject: 'Three' }, { settle: 10 })).toBeNull()
  })

  it('fail with the story of the server alone', async () => {
    const inbox = await run<CypressInbox>('mailInbox')
    await send(inbox, 'Confirm')

    await expect(run('getMail', inbox, { subject: 'confirm' })).rejects.toThrow(
      /^Expected at least 1 mail[\s\S]*differs only in case/,
    )
    await expect(run('shouldReceiveInOrder', inbox, [{ subject: 'x' }], { timeout: 10 })).rejects.toThrow(
      'not met',
    )
    await expect(run('shouldNotReceive', inbox)).rejects.toThrow('but 1 came')
    await expect(run('getMail', inbox, { subject: 'x', sbject: 'x' })).rejects.toThrow('sbject')
  })
})

describe('the plug-in', () => {
  it('starts a server of its own, which ends with the run, also where MAILHOLD_URL is empty', async () => {
    vi.stubEnv('MAILHOLD_URL', '')
    const handlers = new Map<string, unknown>()
    const { client, smtp } = await setUpMailhold((...[event, handler]: readonly unknown[]) => {
      handlers.set(String(event), handler)
    })

    expect(smtp?.port).toBeGreaterThan(0)
    expect(await client.inbox().queryMail()).toBeNull()
    expect(handlers.get('task')).toHaveProperty('mailhold')
    const end = handlers.get('after:run')
    if (typeof end === 'function') await end()
    await expect(client.status()).rejects.toThrow('no Mailhold answers')
    vi.unstubAllEnvs()
  })
})
