const { startMailhold } = require('mailhold/server')
const { openShop } = require('shop')

let mailhold
let shop
beforeAll(async () => {
  mailhold = await startMailhold()
  shop = openShop(mailhold.smtp)
})
afterAll(async () => {
  shop.close()
  await mailhold.stop()
})

test('a sign-up sends a link', async () => {
  const inbox = mailhold.inbox()

  await shop.signUp(inbox.address('ada'))

  const mail = await inbox.findMail({ subject: 'Confirm your address' })
  await expect(mail).toBeSentTo(inbox.address('ada'))
  expect(mail.link('Confirm')).toContain('/confirm?token=')
})

test('a second request sends another code', async () => {
  const inbox = mailhold.inbox()

  await shop.signIn(inbox.address())
  const first = await inbox.findMail({ subject: 'Your sign-in code' })
  const code = await shop.signIn(inbox.address())
  const second = await inbox.findMail({ subject: 'Your sign-in code' }, { after: first })

  expect(second.code()).toBe(code)
  expect(second.code()).not.toBe(first.code())
})

test('a forgotten password is chosen anew', async () => {
  const inbox = mailhold.inbox()
  await shop.signUp(inbox.address())

  const since = await inbox.during(() => shop.resetPassword(inbox.address()))

  const mail = await since.findMail({ subject: 'Reset your password' })
  expect(mail.link(/new password/)).toContain('/password?token=')
})

test('an unknown address gets no mail', async () => {
  const inbox = mailhold.inbox()

  await shop.resetPassword(inbox.address('nobody'))

  await expect(inbox).toStayEmpty()
})

test('an order comes with its invoice', async () => {
  const inbox = mailhold.inbox()

  await shop.order(inbox.address(), 1042)

  const mail = await inbox.findMail({ attachment: 'invoice-*.pdf' })
  expect(await mail.attachment('*.pdf').text()).toMatch(/^%PDF-/)
})

test('the lessons come in order', async () => {
  const inbox = mailhold.inbox()

  await shop.teach(inbox.address())

  await expect(inbox).toReceiveInOrder([
    { subject: '1/5 Welcome' },
    { subject: '2/5 Your first bread' },
    { subject: '3/5 Sourdough' },
    { subject: '4/5 Rye' },
    { subject: '5/5 Your certificate' },
  ])
})
