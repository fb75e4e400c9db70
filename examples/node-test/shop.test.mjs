import assert from 'node:assert'
import { after, before, test } from 'node:test'
import { assertReceivesInOrder, assertSentTo, assertStaysEmpty } from 'mailhold/node-test'
import { startMailhold } from 'mailhold/server'
import { openShop } from 'shop'

let mailhold
let shop
before(async () => {
  mailhold = await startMailhold()
  shop = openShop(mailhold.smtp)
})
after(async () => {
  shop.close()
  await mailhold.stop()
})

test('a sign-up sends a link', async () => {
  const inbox = mailhold.inbox()

  await shop.signUp(inbox.address('ada'))

  const mail = await inbox.findMail({ subject: 'Confirm your address' })
  await assertSentTo(mail, inbox.address('ada'))
  assert.match(mail.link('Confirm'), /\/confirm\?token=/)
})

test('a second request sends another code', async () => {
  const inbox = mailhold.inbox()

  await shop.signIn(inbox.address())
  const first = await inbox.findMail({ subject: 'Your sign-in code' })
  const code = await shop.signIn(inbox.address())
  const second = await inbox.findMail({ subject: 'Your sign-in code' }, { after: first })

  assert.equal(second.code(), code)
  assert.notEqual(second.code(), first.code())
})

test('a forgotten password is chosen anew', async () => {
  const inbox = mailhold.inbox()
  await shop.signUp(inbox.address())

  const since = await inbox.during(() => shop.resetPassword(inbox.address()))

  const mail = await since.findMail({ subject: 'Reset your password' })
  assert.match(mail.link(/new password/), /\/password\?token=/)
})

test('an unknown address gets no mail', async () => {
  const inbox = mailhold.inbox()

  await shop.resetPassword(inbox.address('nobody'))

  await assertStaysEmpty(inbox)
})

test('an order comes with its invoice', async () => {
  const inbox = mailhold.inbox()

  await shop.order(inbox.address(), 1042)

  const mail = await inbox.findMail({ attachment: 'invoice-*.pdf' })
  assert.match(await mail.attachment('*.pdf').text(), /^%PDF-/)
})

test('the lessons come in order', async () => {
  const inbox = mailhold.inbox()

  await shop.teach(inbox.address())

  await assertReceivesInOrder(inbox, [
    { subject: '1/5 Welcome' },
    { subject: '2/5 Your first bread' },
    { subject: '3/5 Sourdough' },
    { subject: '4/5 Rye' },
    { subject: '5/5 Your certificate' },
  ])
})
