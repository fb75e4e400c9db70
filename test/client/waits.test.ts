import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient, ServerProblem } from '#mailhold/client/client.js'
import { openSender } from '../support/smtp-sender.js'

let server: RunningMailhold
let client: Client
/** its waits of more than 200 ms take several calls */
let impatient: Client
let calls = 0
/** where each call looked from, as far as it said so */
let afters: (string | null)[] = []

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  client = createClient({ url: server.url })
  impatient = createClient({
    url: server.url,
    longestCall: 200,
    fetch: (...request) => {
      calls += 1
      afters.push(new URL(String(request[0])).searchParams.get('after'))
      return fetch(...request)
    },
  })
})

afterAll(async () => {
  await server.stop()
})

const freshInbox = (): string => `w${randomUUID().slice(0, 8)}`
const send = (inbox: string, subject = 'Hello', body = 'It works.') =>
  client.compose({ from: 'app@example.com', to: `ada@${inbox}.mailhold.test`, subject, text: body })

describe('a wait', () => {
  it('resolves with the mails that came', async () => {
    const inbox = freshInbox()
    const waiting = client.wait({ inbox, match: { subject: { contains: 'Hell' } } })
    const { id } = await send(inbox)

    const answer = await waiting

    expect(answer).toMatchObject({ pass: true, matched: 1, messages: [{ id, subject: 'Hello' }] })
  })

  it('that is not met is an answer with its story, not an error', async () => {
    const inbox = freshInbox()
    await send(inbox)

    const answer = await client.wait({ inbox, match: { subject: 'hello' }, timeout: '0s' })

    expect(answer).toMatchObject({ pass: false, reason: 'timeout', nearest: [{ subject: 'Hello' }] })
    expect(answer).toHaveProperty('text', expect.stringContaining('differs only in case'))
  })

  it('with criteria that the server does not know rejects and names them', async () => {
    const waiting = client.wait({ match: JSON.parse('{"sbject":"x"}') })

    await expect(waiting).rejects.toThrow(ServerProblem)
    await expect(waiting).rejects.toMatchObject({ status: 400, problem: { suggestion: 'subject' } })
  })

  it('leaves a time-out that it cannot read to the server', async () => {
    await expect(impatient.wait({ match: {}, timeout: 'soon' })).rejects.toMatchObject({
      status: 400,
      problem: { path: 'timeout' },
    })
  })

  it('ends when its signal says so', async () => {
    const ending = new AbortController()
    const waiting = client.wait({ inbox: freshInbox(), match: {} }, { signal: ending.signal })
    ending.abort(new Error('enough'))

    await expect(waiting).rejects.toThrow('enough')
  })
})

describe('a wait that is longer than one call', () => {
  it('goes on until the mail is there', async () => {
    const inbox = freshInbox()
    calls = 0
    const waiting = impatient.wait({ inbox, match: {}, timeout: '20s' })
    await expect.poll(() => calls).toBe(3)
    await send(inbox)

    const answer = await waiting

    expect(answer).toMatchObject({ pass: true, matched: 1, lookedFrom: 'start' })
    expect(answer.waitedMs).toBeGreaterThanOrEqual(400)
  })

  it('looks at the same window in every call, so that mail between two calls counts', async () => {
    const before = Date.now()
    const subject = randomUUID()
    calls = 0
    afters = []
    const waiting = impatient.waitFor([
      ['subject', subject],
      ['timeout', '20s'],
    ])
    await expect.poll(() => calls).toBe(3)
    await send(freshInbox(), subject)

    const { lookedFrom } = await waiting

    expect(Date.parse(lookedFrom)).toBeGreaterThan(before - 61_000)
    expect(Date.parse(lookedFrom)).toBeLessThan(before - 59_000)
    expect(afters).toEqual([null, ...afters.slice(1).map(() => lookedFrom)])
  })

  it('ends at its own time and says how long it waited in all', async () => {
    calls = 0
    const answer = await impatient.wait({ inbox: freshInbox(), match: {}, timeout: '500ms' })

    expect(calls).toBeGreaterThan(1)
    expect(answer).toMatchObject({ pass: false, reason: 'timeout' })
    expect(answer.waitedMs).toBeGreaterThanOrEqual(500)
    expect(answer).toHaveProperty(
      'text',
      expect.stringMatching(/\nbut none came within (?:[5-9]\d\d ms|[1-9][\d.]* s)/),
    )
  })

  it('tells in the end what SMTP refused in the beginning', async () => {
    const inbox = freshInbox()
    calls = 0
    const waiting = impatient.wait({ inbox, match: {}, timeout: '1s' })
    await expect.poll(() => calls).toBe(1)
    const sender = await openSender(server.smtp?.port ?? 0)
    await sender.say('MAIL FROM:<app@example.com>')
    await sender.say(`RCPT TO:<bounce+550+no+such+user@${inbox}.mailhold.test>`)
    sender.close()

    const answer = await waiting

    expect(calls).toBeGreaterThan(2)
    expect(answer).toMatchObject({ pass: false, smtp: { sessions: 1, rejected: [{ stage: 'rcpt' }] } })
    expect(answer).toHaveProperty('text', expect.stringContaining('refused at RCPT with "550'))
    expect(answer).toHaveProperty('text', expect.not.stringContaining('before the wait'))
  })

  it('ends at once when nothing can make it good', async () => {
    const inbox = freshInbox()
    await send(inbox)
    calls = 0

    const answer = await impatient.wait({ inbox, match: {}, count: 0, timeout: '20s' })

    expect(answer).toMatchObject({ pass: false, reason: 'tooMany' })
    expect(calls).toBe(1)
  })

  it('waits for the whole quiet time before a count is final', async () => {
    const inbox = freshInbox()
    await send(inbox)

    const answer = await impatient.wait({ inbox, match: {}, count: 1, settle: '150ms', timeout: '5s' })

    expect(answer).toMatchObject({ pass: true, matched: 1 })
    expect(answer.waitedMs).toBeGreaterThanOrEqual(150)
  })
})

describe('an assertion', () => {
  it('tells what became of each expectation', async () => {
    const inbox = freshInbox()
    await send(inbox, 'Welcome')

    const answer = await client.assert({
      inbox,
      timeout: '200ms',
      expectations: [
        { name: 'greets', match: { subject: 'Welcome' } },
        { name: 'bills', match: { subject: 'Invoice' } },
      ],
    })

    expect(answer).toMatchObject({ pass: false, lookedFrom: 'start' })
    expect(answer.expectations).toMatchObject([
      { name: 'greets', pass: true, matched: 1 },
      { name: 'bills', pass: false, reason: 'timeout' },
    ])
  })

  it('that is longer than one call goes on until all is met', async () => {
    const inbox = freshInbox()
    const subject = randomUUID()
    calls = 0
    const asserting = impatient.assert({
      timeout: '20s',
      expectations: [{ match: { subject } }, { inbox, match: { subject: 'Two' } }],
    })
    await send(freshInbox(), subject)
    await expect.poll(() => calls).toBe(3)
    await send(inbox, 'Two')

    expect(await asserting).toMatchObject({ pass: true, expectations: [{ matched: 1 }, { matched: 1 }] })
  })

  it('says from where it looked for each expectation', async () => {
    const now = await client.cursor()
    const { lookedFrom, expectations } = await client.assert({
      timeout: '0s',
      after: now,
      expectations: [{ match: {} }, { match: {}, after: 'start' }],
    })

    expect(lookedFrom).toBe(null)
    expect(expectations.map((one) => one.lookedFrom)).toEqual([now, 'start'])
  })

  it('that is longer than one call ends with the first expectation whose own time is over', async () => {
    calls = 0
    const answer = await impatient.assert({
      inbox: freshInbox(),
      timeout: '20s',
      expectations: [{ match: {} }, { match: { subject: 'Two' }, timeout: '500ms' }],
    })

    expect(calls).toBeGreaterThan(1)
    expect(answer.text).toMatch(/\n {2}but none came within (?:[5-9]\d\d ms|[1-9][\d.]* s)/)
    expect(answer.expectations).toMatchObject([{ pass: false }, { pass: false, reason: 'timeout' }])
    expect(answer.waitedMs).toBeLessThan(5000)
  })

  it('without a list of expectations is refused by the server', async () => {
    const wrong = impatient.assert({ expectations: [JSON.parse('null')], timeout: '20s' })

    await expect(wrong).rejects.toMatchObject({ status: 400, problem: { path: 'expectations[0]' } })
  })
})

describe('a printed value', () => {
  it('is that of the newest match', async () => {
    const inbox = freshInbox()
    await send(inbox, 'Your code', 'Your code is 482913.')
    await send(inbox, 'Your code', 'Your code is 570246.')

    const printed = await client.printed('code', [
      ['inbox', inbox],
      ['subject', 'Your code'],
      ['count', '2'],
    ])

    expect(printed).toEqual({ found: true, text: '570246' })
  })

  it.each([
    ['code', 'has no one-time code'],
    ['html', 'has no HTML; ask for text'],
    ['attachment', 'has no attachments'],
    ['header:X-Mailer', 'has no header field "X-Mailer"'],
    ['header:Subjct', 'has no header field "Subjct"; it has "Subject"'],
    ['link:Confirm', 'has no link with "Confirm"; its links are "https://a.test/leave" https://a.test/leave'],
  ])('that the mail does not have is told: %s', async (value, missing) => {
    const inbox = freshInbox()
    const { id } = await send(inbox, 'Plain', 'Go to https://a.test/leave now.')

    expect(await client.printed(value, [['inbox', inbox]])).toEqual({
      found: false,
      text: `"Plain" (${id}) ${missing}`,
    })
  })

  it('of a mail without links says so', async () => {
    const inbox = freshInbox()
    const { id } = await send(inbox)

    const { text } = await client.printed('link:Confirm', [['inbox', inbox]])
    expect(text).toBe(`"Hello" (${id}) has no links`)
  })
})
