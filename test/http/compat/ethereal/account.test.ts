// nodemailer's createTestAccount() against Mailhold instead of Ethereal: offline, and each account an inbox of its own.

import nodemailer from 'nodemailer'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { List } from '#mailhold/wire/list.js'
import { play } from '../../../support/dialogue.js'
import { startServer, type TestServer } from '../../../support/http.js'

let server: TestServer
const before = { ...process.env }

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.mailhold.stop())
beforeEach(() => {
  process.env.ETHEREAL_API = server.mailhold.url
  process.env.ETHEREAL_WEB = server.mailhold.url
  process.env.ETHEREAL_CACHE = 'no'
})
afterEach(() => {
  process.env = { ...before }
})

const fetching = ({ user, pass }: { user: string; pass: string }, messages: number): string => `
  S: +OK…
  C: USER ${user}
  S: +OK…
  C: PASS ${pass}
  S: +OK…
  C: STAT
  S: +OK ${messages} …`

test('an account sends by SMTP and fetches by POP3, and sees only its own mail', async () => {
  const [ada, bob] = [await nodemailer.createTestAccount(), await nodemailer.createTestAccount()]
  const transport = nodemailer.createTransport({ ...ada.smtp, auth: { user: ada.user, pass: ada.pass } })

  await transport.sendMail({
    from: 'app@example.com',
    to: 'ada@example.com',
    subject: 'For Ada',
    text: 'Hello',
  })

  const mine = await server.json<List>(`/v1/messages?inbox=${ada.user}`)
  const theirs = await server.json<List>(`/v1/messages?inbox=${bob.user}`)
  expect([mine.messages.map(({ subject }) => subject), theirs.messages]).toEqual([['For Ada'], []])
  await play(ada.pop3, fetching(ada, 1))
  await play(bob.pop3, fetching(bob, 0))
})

test('an account has the members that nodemailer gives on', async () => {
  const account = await nodemailer.createTestAccount()

  expect(account).toEqual({
    user: expect.stringMatching(/^ethereal-[a-z0-9]{8}$/),
    pass: expect.stringMatching(/^[\w-]{12}$/),
    smtp: { host: '127.0.0.1', port: server.mailhold.smtp?.port, secure: false },
    imap: null,
    pop3: { host: '127.0.0.1', port: server.mailhold.pop3?.port, secure: false },
    web: server.mailhold.url,
  })
})

test('without SMTP there is nothing to send from', async () => {
  const mute = await startServer({ smtp: 'off' })
  process.env.ETHEREAL_API = mute.mailhold.url

  await expect(nodemailer.createTestAccount()).rejects.toThrow('Invalid status code 400')
  await mute.mailhold.stop()
})
