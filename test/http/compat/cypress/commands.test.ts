// Every command of the published Cypress plugins for Mailpit, MailHog and MailDev, from their own sources.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { rich, send, welcome } from '../mails.js'
import { type InstalledPackages, installPackages, loadModule, loadScripts } from './packages.js'
import { type CypressWorld, cypressWorld } from './stand-in.js'

let packages: InstalledPackages
let server: TestServer

beforeAll(async () => {
  packages = await installPackages()
  server = await startServer()
}, 120_000)
afterAll(async () => {
  await server.mailhold.stop()
  packages.remove()
})
beforeEach(async () => {
  await server.ask('/v1/messages?all=true', { method: 'DELETE' })
  await send(server, welcome, { from: 'app@example.com', to: ['bob@example.com'] })
  await send(server, rich)
})

interface Mail {
  readonly ID: string
  readonly subject: string
  readonly id: string
  readonly text: string
}

interface Page {
  readonly messages: readonly Mail[]
  readonly total: number
  readonly unread: number
}

/** Runs one command, on words and the subjects of others; what plugins answer is theirs to type. */
async function run<Answer>({ commands }: CypressWorld, name: string, ...words: unknown[]): Promise<Answer> {
  const command = commands.get(name)
  if (!command) throw new Error(`there is no command ${name}`)
  return (await command(...words)) as Answer
}

describe('cypress-mailpit', () => {
  let world: CypressWorld
  beforeAll(() => {
    world = cypressWorld({ MAILPIT_URL: server.mailhold.url, defaultCommandTimeout: 4000 })
    loadScripts(
      packages.folder,
      ['cypress-mailpit/dist/src/MailpitCommands.js', 'cypress-mailpit/dist/index.js'],
      world,
    )
  })

  test('lists, shows and takes apart', async () => {
    const all = await run<Page>(world, 'mailpitGetAllMails')
    const mail = await run(world, 'mailpitGetMail', all.messages[1]?.ID)
    const latest = await run(world, 'mailpitGetMail')

    expect(all.messages).toHaveLength(2)
    expect(await run(world, 'mailpitGetSubject', mail)).toBe('Welcome aboard')
    expect(await run(world, 'mailpitGetFromAddress', mail)).toBe('ada@example.com')
    expect(await run(world, 'mailpitGetRecipientAddress', mail)).toEqual([
      'bob@example.com',
      'carol@example.com',
    ])
    expect(await run(world, 'mailpitGetMailTextBody', mail)).toContain('482913')
    expect(await run(world, 'mailpitGetMailHTMlBody', latest)).toContain('<b>cafés</b>')
    expect(await run(world, 'mailpitGetAttachments', latest)).toEqual(['bill.html'])
  })

  test('searches and waits', async () => {
    expect(await run(world, 'mailpitSearchEmails', 'from:lovelace')).toMatchObject({ messages_count: 1 })
    expect(await run(world, 'mailpitGetEmailsBySubject', 'Welcome')).toMatchObject({ messages_count: 1 })
    expect(await run(world, 'mailpitGetEmailsByTo', 'bob@example.com')).toMatchObject({ messages_count: 2 })
    expect(await run(world, 'mailpitHasEmailsBySubject', 'Welcome')).toMatchObject({ messages_count: 1 })
    expect(await run(world, 'mailpitHasEmailsByTo', 'carol')).toMatchObject({ messages_count: 1 })
    expect(await run(world, 'mailpitHasEmailsBySearch', 'has:attachment')).toMatchObject({
      messages_count: 1,
    })
    expect(await run(world, 'mailpitNotHasEmailsBySubject', 'Nothing')).toMatchObject({ messages_count: 0 })
    expect(await run(world, 'mailpitNotHasEmailsByTo', 'nobody')).toMatchObject({ messages_count: 0 })
    expect(await run(world, 'mailpitNotHasEmailsBySearch', 'is:read')).toMatchObject({ messages_count: 0 })
  })

  test('sends', async () => {
    const { ID } = await run<Mail>(world, 'mailpitSendMail')

    expect(await run(world, 'mailpitGetMail', ID)).toMatchObject({
      Subject: 'Hello Mailpit',
      Cc: [{ Name: 'CC', Address: 'cc@example.com' }],
      Bcc: [{ Name: '', Address: 'bcc@example.com' }],
      ReplyTo: [{ Name: 'ReplyTo', Address: 'replyto@example.com' }],
    })
  })

  test('marks and deletes', async () => {
    const unread = async () => (await run<Page>(world, 'mailpitGetAllMails')).unread
    const { messages } = await run<Page>(world, 'mailpitGetAllMails')

    expect(await run(world, 'mailpitSetStatusAsRead', messages[0])).toBe('ok')
    expect(await unread()).toBe(1)
    await run(world, 'mailpitSetStatusAsUnRead', messages)
    expect(await unread()).toBe(2)
    await run(world, 'mailpitSetAllEmailStatusAsRead')
    expect(await unread()).toBe(0)
    await run(world, 'mailpitSetAllEmailStatusAsUnRead')
    expect(await unread()).toBe(2)
    expect(await run(world, 'mailpitDeleteEmailsBySearch', 'from:shop')).toMatchObject({ body: 'ok' })
    expect((await run<Page>(world, 'mailpitGetAllMails')).total).toBe(1)
    await run(world, 'mailpitDeleteAllEmails')
    expect((await run<Page>(world, 'mailpitGetAllMails')).total).toBe(0)
  })

  test('is told that there is no SpamAssassin', async () => {
    const mail = await run(world, 'mailpitGetMail')

    await expect(run(world, 'mailpitGetMailSpamAssassinSummary', mail)).rejects.toThrow('404')
    await expect(run(world, 'mailpitGetMailSpamAssainSummary', mail)).rejects.toThrow('404')
  })
})

describe('cypress-mailhog', () => {
  let world: CypressWorld
  beforeAll(() => {
    world = cypressWorld({ mailHogUrl: `${server.mailhold.url}/`, defaultCommandTimeout: 10 })
    loadModule(packages.folder, 'cypress-mailhog', world)
  })

  test('lists, searches and filters', async () => {
    const mails = await run<Mail[]>(world, 'mhGetAllMails')

    expect(mails).toHaveLength(2)
    expect(await run(world, 'mhGetMailsBySubject', 'Welcome aboard')).toHaveLength(1)
    expect(await run(world, 'mhGetMailsBySender', 'app@example.com')).toHaveLength(2)
    expect(await run(world, 'mhGetMailsByRecipient', 'bob@example.com')).toHaveLength(2)
    expect(await run(world, 'mhSearchMails', 'containing', '482913')).toHaveLength(1)
    expect(await run(world, 'mhFilterBySubject', mails, 'Welcome aboard')).toHaveLength(1)
    expect(await run(world, 'mhFilterByRecipient', mails, 'nobody@example.com')).toHaveLength(0)
    expect(await run(world, 'mhFilterBySender', mails, 'app@example.com')).toHaveLength(2)
  })

  test('takes a mail apart', async () => {
    const mails = await run<Mail[]>(world, 'mhGetAllMails')
    const mail = await run(world, 'mhFirst', await run(world, 'mhGetMailsBySubject', 'Welcome aboard'))

    expect(await run(world, 'mhGetSubject', mail)).toBe('Welcome aboard')
    expect(await run(world, 'mhGetBody', mail)).toBe('Your code is 482913.\r\n')
    expect(await run(world, 'mhGetSender', mail)).toBe('app@example.com')
    expect(await run(world, 'mhGetRecipients', mail)).toEqual(['bob@example.com'])
    expect(await run(world, 'mhGetAttachments', mails[0])).toEqual(['bill.html'])
  })

  test('deletes all, and lets Jim come and go', async () => {
    await run(world, 'mhDeleteAll')
    expect(await run(world, 'mhGetAllMails')).toEqual([])

    expect(await run(world, 'mhGetJimMode')).toBe(false)
    await run(world, 'mhSetJimMode', true)
    expect(await run(world, 'mhGetJimMode')).toBe(true)
    await run(world, 'mhSetJimMode', false)
    expect(await run(world, 'mhGetJimMode')).toBe(false)
  })
})

describe('cypress-maildev', () => {
  let world: CypressWorld
  beforeAll(() => {
    world = cypressWorld({
      MAILDEV_PROTOCOL: 'http',
      MAILDEV_HOST: '127.0.0.1',
      MAILDEV_API_PORT: server.port,
    })
    loadModule(packages.folder, 'cypress-maildev', world)
  })

  test('lists and finds', async () => {
    const all = await run<Mail[]>(world, 'maildevGetAllMessages')
    const last = await run<Mail>(world, 'maildevGetLastMessage')

    expect(all.map(({ subject }) => subject)).toEqual(['Welcome aboard', 'Café bill'])
    expect(last.subject).toBe('Café bill')
    expect(await run(world, 'maildevGetMessageById', last.id)).toMatchObject({ id: last.id, read: true })
    expect(await run(world, 'maildevGetMessageBySubject', 'Welcome aboard')).toMatchObject({ id: all[0]?.id })
    expect(await run(world, 'maildevGetMessageBySentTo', 'carol@example.com')).toMatchObject({
      id: all[0]?.id,
    })
    expect(await run(world, 'maildevGetOTPCode', all[0]?.text)).toBe('482913')
  })

  test('deletes one and all, and asks after the health', async () => {
    const last = await run<Mail>(world, 'maildevGetLastMessage')

    expect(await run(world, 'maildevDeleteMessageById', last.id)).toBe(true)
    expect(await run(world, 'maildevGetAllMessages')).toHaveLength(1)
    expect(await run(world, 'maildevDeleteAllMessages')).toBe(true)
    expect(await run(world, 'maildevGetAllMessages')).toEqual([])
    expect(await run(world, 'maildevHealthcheck')).toBe(true)
  })

  test('visits the HTML of a message', async () => {
    const last = await run<Mail>(world, 'maildevGetLastMessage')
    const visited: string[] = []
    Object.assign(world.globals.cy, {
      visit: (path: string) => visited.push(path),
      origin: (_url: string, { args }: { args: unknown }, act: (args: unknown) => void) => act(args),
    })

    await run(world, 'maildevVisitMessageById', last.id)

    const page = await server.ask(visited[0] ?? '')
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<b>cafés</b>')])
  })
})
