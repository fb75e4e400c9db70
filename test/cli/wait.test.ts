import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '#mailhold/client/client.js'
import { openSender } from '../support/smtp-sender.js'
import { type Ended, run } from './mailhold-process.js'
import { type RunningServer, startServer } from './running-server.js'

let server: RunningServer
let client: Client

beforeAll(async () => {
  server = await startServer()
  client = createClient({ url: server.ready.http.url })
})

afterAll(async () => {
  await server.stop()
})

const folder = mkdtempSync(join(tmpdir(), 'mailhold-wait-'))
const freshInbox = (): string => `w${randomUUID().slice(0, 8)}`
const plain = { GITHUB_ACTIONS: '' }

const mailhold = (
  args: readonly string[],
  { env = {}, input = '' }: { env?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<Ended> =>
  run(args, { env: { ...plain, MAILHOLD_URL: server.ready.http.url, ...env }, folder, input })

async function deliver(inbox: string, subject: string, body = 'It works.'): Promise<void> {
  const sender = await openSender(server.ready.smtp.port)
  const address = `ada@${inbox}.mailhold.test`
  const mail = `From: app@example.com\r\nTo: ${address}\r\nSubject: ${subject}\r\n\r\n${body}\r\n`
  const reply = await sender.deliver(Buffer.from(mail), { to: [address] })
  expect(reply.code).toBe(250)
  sender.close()
}

const write = (text: string): string => {
  const name = `${randomUUID()}.yml`
  writeFileSync(join(folder, name), text)
  return name
}

describe('mailhold wait', () => {
  it('ends with 0 when the mail is there', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Please confirm')

    const { code, out, err } = await mailhold(['wait', '--inbox', inbox, 'subject.contains=confirm'])

    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ok: 1 mail after \d+ ms\n {2}[a-z0-9]+ {2}Please confirm\n$/)
  })

  it('sees a mail that comes while it waits', async () => {
    const inbox = freshInbox()
    const waiting = mailhold(['wait', `inbox=${inbox}`, 'timeout=20s'])
    await deliver(inbox, 'Late')

    expect(await waiting).toMatchObject({ code: 0 })
  })

  it('ends with 1 and the story when the mail does not come', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Confirm')

    const { code, out } = await mailhold(['wait', '--inbox', inbox, '--timeout', '0s', 'subject=confirm'])

    expect(code).toBe(1)
    expect(out).toContain('subject equals "confirm"')
    expect(out).toContain('differs only in case')
  })

  it('ends with 2 for a criterion that there is none of, and says what was meant', async () => {
    const { code, out, err } = await mailhold(['wait', 'sbject=x'])

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe('mailhold: sbject: there is no "sbject" here; did you mean "subject"?\n')
  })

  it.each([
    [['Confirm'], '"Confirm" is not a criterion such as subject.contains=Confirm'],
    [['--tiemout', '1s'], 'unknown option --tiemout; did you mean --timeout?'],
    [['--reporter', 'xml'], '--reporter must be text, json, junit or github, got "xml"'],
  ])('ends with 2 for the words %j', async (words, sentence) => {
    const { code, err } = await mailhold(['wait', ...words])

    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  it('ends with 3 where no server answers', async () => {
    const { code, err } = await mailhold(['wait'], { env: { MAILHOLD_URL: 'http://127.0.0.1:9' } })

    expect(code).toBe(3)
    expect(err).toContain('no Mailhold answers at http://127.0.0.1:9')
  })

  it('ends with 3 when the server stops meanwhile, and says so', async () => {
    const other = await startServer()
    const relay = createServer((socket) => {
      socket.pipe(connect(other.ready.http.port, '127.0.0.1')).pipe(socket)
      socket.once('data', () => relay.emit('asked'))
    }).listen(0, '127.0.0.1')
    await once(relay, 'listening')
    const address = relay.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const waiting = mailhold(['wait', '--inbox', 'w1', '--timeout', '30s'], {
      env: { MAILHOLD_URL: `http://127.0.0.1:${port}` },
    })
    await once(relay, 'asked')
    await fetch(`${other.ready.http.url}/livez`)

    await other.stop()
    relay.close()

    expect(await waiting).toMatchObject({ code: 3, err: expect.stringContaining('stopping') })
  })

  it('counts exactly', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'One')
    await deliver(inbox, 'Two')
    const counted = (count: string) =>
      mailhold(['wait', '--inbox', inbox, '--count', count, '--settle', '50ms', '--timeout', '300ms'])

    expect((await counted('2')).code).toBe(0)
    expect((await counted('1')).code).toBe(1)
    expect((await counted('x')).code).toBe(2)
  })

  it('sees only what came after a cursor', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Before')
    const { out } = await mailhold(['cursor'])
    const after = ['wait', '--inbox', inbox, '--after', out.trim(), '--timeout', '0s']

    expect((await mailhold(after)).code).toBe(1)
    await deliver(inbox, 'Behind')
    expect(await mailhold(after)).toMatchObject({ code: 0, out: expect.stringContaining('Behind') })
  })

  it('takes a word before the environment', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Mine')

    const { code } = await mailhold(['wait', `inbox=${inbox}`, '--timeout', '0s'], {
      env: { MAILHOLD_INBOX: 'another' },
    })

    expect(code).toBe(0)
  })
})

describe('mailhold wait --print', () => {
  it.each([
    ['code', '482913\n'],
    ['link', 'https://app.example/confirm?t=1\n'],
    ['subject', 'Your code\n'],
  ])('prints %s and nothing else', async (value, printed) => {
    const inbox = freshInbox()
    await deliver(inbox, 'Your code', 'Your code is 482913.\r\nhttps://app.example/confirm?t=1')

    const ended = await mailhold(['wait', '--inbox', inbox, '--print', value])

    expect(ended).toMatchObject({ code: 0, out: printed, err: '' })
  })

  it('raw prints the octets exactly', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Raw', 'a\xff')

    const { raw, code } = await mailhold(['wait', '--inbox', inbox, '--print', 'raw'])

    expect(code).toBe(0)
    expect(raw).toEqual(Buffer.from(await client.raw('latest', { inbox })))
  })

  it('keeps the story out of what a script reads', async () => {
    const ended = await mailhold(['wait', '--inbox', freshInbox(), '--timeout', '0s', '--print', 'code'], {
      env: { GITHUB_ACTIONS: 'true' },
    })

    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('::error title=mailhold wait')
  })

  it('ends with 1 where the mail has no such value, and with 2 at once where no mail can have it', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Plain')

    const missing = await mailhold(['wait', '--inbox', inbox, '--print', 'code'])
    const unknown = await mailhold(['wait', '--inbox', freshInbox(), '--timeout', '60s', '--print', 'cod'])

    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no such value') })
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('did you mean "code"?') })
  })
})

describe('mailhold assert', () => {
  const passing = (inbox: string) => `
# what a sign-up sends
inbox: ${inbox}
timeout: 300ms
expectations:
  - name: welcome
    match: { subject: Welcome, link: { href: { startsWith: "https://app.example/" } } }
  - name: no invoice
    match: { subject: Invoice }
    count: 0
    settle: 50ms
`

  it('ends with 0 when every expectation of a YAML file is met', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Welcome', 'https://app.example/start')

    const { code, out } = await mailhold(['assert', '-f', write(passing(inbox))])

    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^2 expectations met\n/) })
  })

  it('reads JSON, and standard input', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Welcome')
    const input = JSON.stringify({ inbox, timeout: '0s', expectations: [{ match: { subject: 'Welcome' } }] })

    expect(await mailhold(['assert', '-f', '-'], { input })).toMatchObject({ code: 0 })
  })

  it('takes a list of expectations alone, and options before what the file says', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Welcome')
    const file = write('[{ match: { subject: Welcome }, timeout: 0s }]')

    expect(await mailhold(['assert', '-f', file, '--inbox', inbox])).toMatchObject({ code: 0 })
    expect(await mailhold(['assert', '-f', file, '--inbox', freshInbox()])).toMatchObject({ code: 1 })
  })

  it.each([
    ['a: [', /^mailhold: \S+\.yml:1: /],
    ['expectations:\n  - match:\n      code: 482913\n', /\.yml:3: .*must be a text.*put it in quotes\n$/],
    ['expectations:\n  - match:\n      sbject: x\n', /\.yml:\d: .*did you mean "subject"\?\n$/],
    ['- match: {}\n- mtach: {}\n', /\.yml:2: .*did you mean "match"\?\n$/],
    ['hello', /must hold a member "expectations" with a list\n$/],
    ['expectations: [{ match: {} }]\nexpectations: []\n', /\.yml:2: .*unique/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (b, at: number) => `${b}: &${b} [${`*${'abcdefgh'[at]},`.repeat(9)}]\n`)}`,
      /alias/,
    ],
  ])('ends with 2 and the line for the file %j', async (text, sentence) => {
    const { code, out, err } = await mailhold(['assert', '-f', write(text)])

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
  })

  it('ends with 2 where there is no file', async () => {
    expect(await mailhold(['assert'])).toMatchObject({ code: 2 })
    expect(await mailhold(['assert', '-f', 'nowhere.yml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('got "nowhere.yml"'),
    })
  })

  it('chooses the GitHub reporter by itself, with a table in the step summary', async () => {
    const inbox = freshInbox()
    await deliver(inbox, 'Welcome 100%')
    const file = write(
      `expectations: [{ name: "a, b", inbox: ${inbox}, timeout: 0s, match: { subject: Welcome } }]`,
    )
    const summary = join(folder, `${randomUUID()}.md`)

    const { code, out } = await mailhold(['assert', '-f', file], {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    })

    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`^::error file=${file},title=mailhold assert ${file}%3A a%2C b::timeout`, 'm'),
    )
    expect(out).toContain('"Welcome 100%25"')
    expect(readFileSync(summary, 'utf8')).toMatch(/^\| ❌ \| a, b \| 0 \| timeout&#58; expected at least 1/m)
  })

  it('tells JSON and JUnit', async () => {
    const file = write(`expectations: [{ name: "<x>", inbox: ${freshInbox()}, timeout: 0s, match: {} }]`)

    const json = await mailhold(['assert', '-f', file, '--reporter', 'json'])
    const junit = await mailhold(['assert', '-f', file, '--reporter', 'junit'])

    expect(JSON.parse(json.out)).toMatchObject({ pass: false, expectations: [{ name: '<x>', pass: false }] })
    expect(junit.out).toContain('tests="1" failures="1" errors="0"')
    expect(junit.out).toContain('name="&lt;x&gt;"')
  })
})

it('mailhold cursor tells JSON too', async () => {
  const { out } = await mailhold(['cursor', '--reporter', 'json'])

  expect(JSON.parse(out)).toEqual({ cursor: (await mailhold(['cursor'])).out.trim() })
})
