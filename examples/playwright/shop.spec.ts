import { test as base, expect } from 'mailhold/playwright'
import { openSite } from 'shop/site.js'

const test = base.extend<object, { site: string }>({
  site: [
    async ({ mailhold }, use) => {
      const site = await openSite(mailhold.smtp)
      await use(site.url)
      site.close()
    },
    { scope: 'worker' },
  ],
})

test('a sign-up sends a link', async ({ page, site, inbox }) => {
  await page.goto(site)
  await page.locator('form', { hasText: 'Sign up' }).getByLabel('Address').fill(inbox.address('ada'))
  await page.getByRole('button', { name: 'Sign up' }).click()

  const mail = await inbox.findMail({ subject: 'Confirm your address' })
  await expect(mail).toBeSentTo(inbox.address('ada'))
  await page.goto(mail.link('Confirm'))
  await expect(page.getByRole('heading')).toHaveText('Your address is confirmed')
})

test('a second request sends another code', async ({ page, site, inbox }) => {
  const signIn = async () => {
    await page.goto(site)
    await page.locator('form', { hasText: 'Sign in' }).getByLabel('Address').fill(inbox.address())
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  await signIn()
  const first = await inbox.findMail({ subject: 'Your sign-in code' })
  await signIn()
  const second = await inbox.findMail({ subject: 'Your sign-in code' }, { after: first })

  expect(second.code()).not.toBe(first.code())
  await page.getByLabel('Code').fill(second.code())
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading')).toHaveText('You are in')
})

test('a forgotten password is chosen anew', async ({ page, site, inbox, request }) => {
  await request.post(`${site}/sign-up`, { form: { address: inbox.address() } })

  await page.goto(site)
  await page.locator('form', { hasText: 'Forgot' }).getByLabel('Address').fill(inbox.address())
  await page.getByRole('button', { name: 'Forgot my password' }).click()

  const mail = await inbox.findMail({ subject: 'Reset your password' })
  await mail.open(page)
  await expect(page.getByText('Did you forget it?')).toBeVisible()
  await page.goto(mail.link('Choose a new password'))
  await expect(page.getByRole('heading')).toHaveText('Choose a new password')
})

test('an unknown address gets no mail', async ({ page, site, inbox }) => {
  await page.goto(site)
  await page.locator('form', { hasText: 'Forgot' }).getByLabel('Address').fill(inbox.address('nobody'))
  await page.getByRole('button', { name: 'Forgot my password' }).click()
  await expect(page.getByRole('heading')).toHaveText('Look into your mail')

  await expect(inbox).toStayEmpty()
})

test('an order comes with its invoice', async ({ site, inbox, request }) => {
  await request.post(`${site}/order`, { form: { address: inbox.address() } })

  const mail = await inbox.findMail({ attachment: 'invoice-*.pdf' })
  expect(await mail.attachment('*.pdf').text()).toMatch(/^%PDF-/)
})

test('the lessons come in order', async ({ site, inbox, request }) => {
  await request.post(`${site}/course`, { form: { address: inbox.address() } })

  await expect(inbox).toReceiveInOrder([
    { subject: '1/5 Welcome' },
    { subject: '2/5 Your first bread' },
    { subject: '3/5 Sourdough' },
    { subject: '4/5 Rye' },
    { subject: '5/5 Your certificate' },
  ])
})
