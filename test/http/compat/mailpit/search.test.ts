// Mailpit's search language over its npm client: pieces of text, wherever they stand.

import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { note, rich, send, welcome } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
  await send(server, welcome)
  await send(server, rich)
  const report = note('Weekly report', `A long letter. ${'x'.repeat(3000)}`)
  await send(
    server,
    report.replace('app@', '"owner@lists.example (by hand)" <app@').replace('.com\r', '.com>\r'),
  )
})
afterAll(() => server.mailhold.stop())

const subjects = async (query: string, tz?: string): Promise<string[]> => {
  const found = await mailpit.searchMessages(tz === undefined ? { query } : { query, tz })
  return found.messages.map(({ Subject }) => Subject).sort()
}

const [bill, report, hello] = ['Café bill', 'Weekly report', 'Welcome aboard']

test.each([
  ['a piece in the middle of a word', 'subject:elcom', [hello]],
  ['a phrase', 'subject:"welcome ab"', [hello]],
  ['words side by side, of which each must match', 'welcome code', [hello]],
  ['a word of the text', '482913', [hello]],
  ['a piece of a word of the text', 'odd-one-out', []],
  ['a display name', 'from:lovelace', [hello]],
  ['an address', 'from:ada@example.com', [hello]],
  ['a piece of a recipient', 'to:carol@', [hello]],
  ['the end of an address', 'to:ob@example.com from:ada@example.co', [hello]],
  ['an address that a name holds', 'from:owner@lists.example', [report]],
  ['a copy', 'cc:dave', [hello]],
  ['a copy by its address', 'cc:dave@example.com', [hello]],
  ['where replies go', 'reply-to:help@', [hello]],
  ['anybody addressed', 'addressed:dave', [hello]],
  ['a Message-ID', 'message-id:1@example', [hello]],
  ['a name of an attachment', 'bill.html', [bill]],
  ['attachments', 'has:attachment', [bill]],
  ['inline pictures', 'has:inline', [bill]],
  ['no attachments', '-has:attachment', [report, hello]],
  ['what does not match, with an exclamation mark', '!from:ada !subject:weekly', [bill]],
  ['a size', 'larger:2k', [report]],
  ['the other sizes', 'smaller:600', [hello]],
  ['unread ones', 'is:unread', [bill, report, hello]],
  ['read ones', 'is:read', []],
  ['a day before', 'before:2020-01-01', []],
  ['days since', 'after:2020-01-01', [bill, report, hello]],
  ['a date that is none, which is passed over', 'after:soon subject:weekly', [report]],
  ['a field that is none, which is text', 'colour:red', []],
])('it finds %s', async (_what, query, expected) => {
  expect(await subjects(query)).toEqual(expected)
})

test('dates without a zone are of the zone that `tz` names', async () => {
  const timeZone = 'Pacific/Auckland'
  const aMinuteAgo = new Date(Date.now() - 60_000).toLocaleString('sv-SE', { timeZone })

  expect(await subjects(`after:"${aMinuteAgo}"`, timeZone)).toEqual([bill, report, hello])
  expect(await subjects(`after:"${aMinuteAgo}"`, 'UTC')).toEqual([])
})

test('the page has the counts of all that match', async () => {
  const found = await mailpit.searchMessages({ query: 'from:example.com', start: 1, limit: 1 })

  expect(found).toMatchObject({ total: 3, messages_count: 3, messages_unread: 3, count: 1, start: 1 })
})

test('a search for nothing is refused', async () => {
  const answer = await server.ask('/api/v1/search?query=%20')

  expect([answer.status, await answer.text()]).toEqual([400, 'Error: no search query'])
})

test('latest is narrowed by a search', async () => {
  const answer = await server.json<{ Subject: string }>('/api/v1/message/latest?query=from:lovelace')

  expect(answer.Subject).toBe(hello)
})
