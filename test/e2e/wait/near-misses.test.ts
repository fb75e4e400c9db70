// A mail that came near, and the hint that a person needs: end to end, over SMTP and HTTP.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'
import { openSender } from '../../support/smtp-sender.js'
import { multipart, type Waits, waits } from '../../support/waits.js'

let server: TestServer
let api: Waits

const text = 'Confirm within 24 hours.\r\nYour order 4711 is ready.\r\nTotal (EUR) 12'
const html =
  '<p>Hello from the <b>HTML</b></p><a href="https://shop.test/confirm?t=1&amp;u=2">Confirm account</a><a href="https://shop.test/leave">Leave</a>'
const file = { name: 'Invoice 2041.pdf', type: 'application/pdf' }

beforeAll(async () => {
  server = await startServer()
  api = waits(server)
  await api.send({
    subject: '=?utf-8?Q?Confirm_Your_Account=2C_Caf=C3=A9?=',
    to: 'ada+signup@near.mailhold.test',
    rest: `Cc: Bob <bob@near.mailhold.test>\r\nX-Campaign: spring\r\n${multipart(text, html, file)}`,
  })
  await api.send({ subject: 'News', to: 'ada@htmlonly.mailhold.test', rest: onlyHtml })
  await api.send({ subject: 'Plain', to: 'ada@textonly.mailhold.test' })
})
afterAll(() => server?.mailhold.stop())

const onlyHtml = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Spring sale</p>\r\n'

const subject = 'Confirm Your Account, Café'
const rows: readonly (readonly [what: string, criteria: object, hint: string, inbox?: string])[] = [
  ['case', { subject: subject.toLowerCase() }, 'differs only in case'],
  ['blanks', { text: 'hours. Your order' }, 'differs only in white space'],
  ['accents', { subject: 'Confirm Your Account, Cafe' }, 'differs only in accents'],
  ['another Unicode form', { subject: 'Confirm Your Account\uff0c Café' }, 'Unicode'],
  ['an invisible character', { subject: 'Confirm Your Acc\u200bount, Café' }, 'invisible'],
  ['a part where the whole is asked', { subject: 'Confirm Your Account' }, 'contains'],
  ['a star outside of glob', { subject: { equals: 'Confirm*' } }, 'glob'],
  ['text as a pattern', { text: { matches: 'Total (EUR)' } }, 'use contains'],
  ['slashes around a pattern', { subject: { matches: '/Confirm/' } }, 'slashes'],
  ['a plus tag', { to: 'ada@near.mailhold.test' }, 'plus tag'],
  ['a name for an address', { to: 'Ada Lovelace' }, 'display names'],
  ['Cc for To', { to: 'bob@near.mailhold.test' }, 'ask for cc instead'],
  ['another domain', { from: 'app@example.org' }, 'other domain'],
  ['HTML for text', { text: 'Hello from the HTML' }, 'found in the HTML but not in the text part'],
  ['text for HTML', { html: 'Your order 4711' }, 'found in the text part but not in the HTML'],
  ['text of a mail of HTML only', { text: 'Spring sale' }, 'HTML only', 'htmlonly'],
  ['HTML of a mail of text only', { html: 'Hello Ada' }, 'no HTML', 'textonly'],
  ['the subject for the body', { body: 'Confirm Your Account' }, 'stands in the subject'],
  ['the body for the subject', { subject: { contains: 'order 4711' } }, 'stands in the body'],
  [
    'the members of two links',
    { link: { text: 'Confirm', href: 'https://shop.test/leave' } },
    'another link has it',
  ],
  ['a part of the address of a link', { link: 'https://shop.test/confirm' }, 'use {href: {contains'],
  ['a link of a mail without', { link: 'Confirm' }, 'no links', 'textonly'],
  ['a number that is no code', { code: '4711' }, 'code'],
  ['an attachment of a mail without', { attachment: '*.pdf' }, 'no attachments', 'textonly'],
  ['the case of a file name', { attachment: 'invoice 2041.pdf' }, 'differs only in case'],
  ['a header field that is spelt otherwise', { header: { name: 'X-Campain' } }, 'X-Campaign'],
  ['a size', { size: { max: 10 } }, 'too large'],
]

test.each(rows)('%s', async (_what, match, hint, inbox = 'near') => {
  const answer = await api.wait({ inbox, match, timeout: '0s' })

  expect(answer.status).toBe(422)
  expect(answer.text).toContain('hint: ')
  expect(answer.nearest?.flatMap(({ criteria }) => criteria.map((one) => one.hint ?? '')).join()).toContain(
    hint,
  )
})

test('a mail that came before the cursor', async () => {
  await api.send({ subject: 'Early', to: 'ada@early.mailhold.test' })
  const after = await api.cursor()

  const answer = await api.wait({ inbox: 'early', after, match: { subject: 'Early' }, timeout: '50ms' })

  expect(answer.hints?.join()).toContain('take the cursor before the app sends')
  expect(answer.elsewhere?.[0]?.why).toContain('before the place from which was looked')
})

test('a mail in another inbox', async () => {
  await api.send({ subject: 'Lost', to: 'ada@there.mailhold.test' })

  const answer = await api.wait({ inbox: 'here', match: { subject: 'Lost' }, timeout: '50ms' })

  expect(answer.hints?.join()).toContain('a matching mail is in inbox there, not in here')
})

test("a mail that came before the cursor and to another inbox is another test's", async () => {
  await api.send({ subject: 'Foreign', to: 'ada@foreign.mailhold.test' })
  const after = await api.cursor()

  const answer = await api.wait({ inbox: 'mine', after, match: { subject: 'Foreign' }, timeout: '50ms' })

  expect(answer.elsewhere).toEqual([])
})

test('mail that went to other inboxes alone', async () => {
  await api.send({ subject: 'Other', to: 'ada@there.mailhold.test' })

  const answer = await api.wait({ inbox: 'nothing', match: { subject: 'Never' }, timeout: '50ms' })

  expect(answer.hints?.join()).toContain('no mail came to inbox nothing in this time')
})

test('the same mail twice', async () => {
  for (let n = 0; n < 2; n += 1) await api.send({ subject: 'Twice', to: 'ada@twice.mailhold.test' })

  const answer = await api.wait({ inbox: 'twice', match: { subject: 'Twice' }, count: 1 })

  const one = { subject: 'Twice', inboxes: ['twice'], recipients: ['ada@twice.mailhold.test'] }
  expect(answer).toMatchObject({ reason: 'tooMany', matched: 2, came: [one, one] })
  expect(answer.came?.[0]?.url).toBe(`/v1/messages/${answer.came?.[0]?.id}`)
  expect(answer.text).toContain(`"Twice" to ada@twice.mailhold.test (${answer.came?.[1]?.id}, inbox twice)`)
  expect(answer.hints?.join()).toContain('the app sent it twice')
})

test('two mails of the same subject that are not the same', async () => {
  for (const id of ['1', '2']) {
    const rest = `Message-ID: <${id}@shop.test>\r\n\r\nInvoice ${id}\r\n`
    await api.send({ subject: 'Your invoice', to: 'ada@invoices.mailhold.test', rest })
  }

  const answer = await api.wait({ inbox: 'invoices', match: { subject: 'Your invoice' }, count: 1 })

  expect(answer.hints?.join()).toContain('the same subject and recipients')
  expect(answer.hints?.join()).not.toContain('the same mail')
})

test('a mail that had begun when the time was over', async () => {
  const began = await openTransaction('ada@late.mailhold.test')

  const answer = await api.wait({ inbox: 'late', match: { subject: 'Late' }, timeout: '50ms' })

  began.close()
  expect(answer.smtp?.openTransactions).toBe(1)
  expect(answer.hints?.join()).toContain('give a longer timeout')
})

test('a count of none while a mail is on its way', async () => {
  const began = await openTransaction('ada@busy.mailhold.test')

  const answer = await api.wait({ inbox: 'busy', match: {}, count: 0, settle: '10ms', timeout: '200ms' })

  began.close()
  expect(answer).toMatchObject({ status: 422, reason: 'unsettled' })
})

test('a count of none while a mail is on its way to somebody else', async () => {
  const began = await openTransaction('ada@somebody.mailhold.test')

  const answer = await api.wait({ inbox: 'calm', match: {}, count: 0, settle: '10ms', timeout: '5s' })

  began.close()
  expect(answer).toMatchObject({ status: 200, pass: true })
})

test('a look that does not wait', async () => {
  const answer = await api.wait({ inbox: 'now', match: {}, timeout: '0s' })

  expect(answer.hints?.join()).toContain('timeout 0s looks once')
})

test('a barrier that never comes', async () => {
  const answer = await api.wait({
    inbox: 'open',
    match: {},
    count: 0,
    until: { subject: 'Last' },
    timeout: '50ms',
  })

  expect(answer).toMatchObject({ reason: 'barrier' })
  expect(answer.hints?.join()).toContain('"until" names never came')
})

test('fewer mails than asked for', async () => {
  await api.send({ subject: 'One', to: 'ada@few.mailhold.test' })

  const answer = await api.wait({ inbox: 'few', match: {}, count: 3, timeout: '50ms' })

  expect(answer.hints?.join()).toContain('1 of 3 came')
})

async function openTransaction(recipient: string): Promise<{ close(): void }> {
  const sender = await openSender(server.mailhold.smtp?.port ?? 0)
  await sender.say('MAIL FROM:<app@example.com>')
  await sender.say(`RCPT TO:<${recipient}>`)
  return sender
}
