// What people test most, with real mail over SMTP and no sleep.

import { expect, test } from 'vitest'
import { waitingServer } from '../../support/waiting-server.js'
import { firstMail, multipart } from '../../support/waits.js'

const here = waitingServer()

const confirm = (token: string) =>
  multipart(
    `Confirm: https://shop.test/confirm?t=${token}`,
    `<p>Welcome!</p><a href="https://shop.test/confirm?t=${token}">Confirm your address</a>`,
  )

test('a sign-up mail brings the link to confirm with', async () => {
  const waiting = here.api.wait({
    inbox: 'signup',
    match: { subject: { startsWith: 'Welcome' }, link: 'confirm your' },
  })
  await here.api.send({ subject: 'Welcome to Shop', to: 'ada@signup.mailhold.test', rest: confirm('k7') })

  const answer = await waiting

  expect(answer.status).toBe(200)
  expect(firstMail(answer).links[0]).toMatchObject({
    text: 'Confirm your address',
    href: 'https://shop.test/confirm?t=k7',
  })
})

test('the second request for a one-time code brings the second code', async () => {
  const code = (value: string) => ({
    subject: 'Your code',
    to: 'ada@otp.mailhold.test',
    rest: `\r\nYour verification code is ${value}.\r\n`,
  })
  await here.api.send(code('418302'))
  const first = await here.api.wait({ inbox: 'otp', match: { code: { exists: true } } })

  await here.api.send(code('960177'))
  const second = await here.api.wait({ inbox: 'otp', match: { code: { exists: true } }, after: first.cursor })

  expect(firstMail(first).codes[0]?.value).toBe('418302')
  expect(firstMail(second).codes[0]?.value).toBe('960177')
  expect(second.matched).toBe(1)
})

test('a password reset goes to the one who asked, and to nobody else', async () => {
  const cursor = await here.api.cursor()
  await here.api.send({ subject: 'Reset your password', to: 'ada@reset.mailhold.test', rest: confirm('r1') })

  const answer = await here.api.assert({
    after: cursor,
    inbox: 'reset',
    settle: '100ms',
    expectations: [
      { name: 'asked', match: { subject: 'Reset your password', to: 'ada@reset.mailhold.test' }, count: 1 },
      { name: 'others', match: { to: { not: 'ada@reset.mailhold.test' } }, count: 0 },
    ],
  })

  expect(answer).toMatchObject({ status: 200, pass: true })
})

test('no mail goes to an unknown address, when it has been quiet for a while', async () => {
  const answer = await here.api.wait({
    inbox: 'unknown',
    match: {},
    count: 0,
    settle: '100ms',
    timeout: '5s',
  })

  expect(answer).toMatchObject({ status: 200, pass: true, matched: 0, messages: [] })
})

test('no mail goes to an unknown address, certainly when the next mail is there', async () => {
  const waiting = here.api.wait({
    inbox: 'barrier',
    match: { to: 'nobody@barrier.mailhold.test' },
    count: 0,
    until: { subject: 'Audit' },
  })
  await here.api.send({ subject: 'Audit', to: 'audit@barrier.mailhold.test' })

  expect(await waiting).toMatchObject({ status: 200, pass: true, matched: 0 })
})

test('an invoice has its PDF', async () => {
  const file = { name: 'invoice-2041.pdf', type: 'application/pdf' }
  await here.api.send({
    subject: 'Your invoice',
    to: 'ada@invoice.mailhold.test',
    rest: multipart('Attached.', '<p>Attached.</p>', file),
  })

  const answer = await here.api.wait({
    inbox: 'invoice',
    match: { subject: 'Your invoice' },
    each: [{ attachment: { filename: 'invoice-*.pdf', contentType: 'application/pdf', size: { min: 9 } } }],
  })

  expect(answer.status).toBe(200)
  expect(firstMail(answer).attachments[0]?.filename).toBe('invoice-2041.pdf')
})

const order = ['Order received', 'Payment received', 'Packed', 'Shipped', 'Delivered']
const inOrder = (inbox: string) => ({
  inbox,
  order: 'strict',
  expectations: order.map((subject) => ({ match: { subject } })),
})

test('five mails come in their order', async () => {
  const waiting = here.api.assert(inOrder('order'))
  for (const subject of order) await here.api.send({ subject, to: 'ada@order.mailhold.test' })

  expect(await waiting).toMatchObject({ status: 200, pass: true })
})

test('five mails in another order are not those', async () => {
  const waiting = here.api.assert(inOrder('disorder'))
  for (const subject of [...order].reverse())
    await here.api.send({ subject, to: 'ada@disorder.mailhold.test' })

  const answer = await waiting

  expect(answer).toMatchObject({ status: 422, pass: false })
  expect(answer.expectations.map((one) => ('reason' in one ? one.reason : 'met'))).toContain('order')
})
