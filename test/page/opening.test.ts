import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { pageTests } from './open-page.js'

const tests = pageTests()
const compose = (subject: string, html: string) =>
  tests.compose({ from: 'Shop <shop@example.com>', to: ['ada@example.com'], subject, html })

describe('opening a mail', () => {
  it('shows what the list knows while the rest is on its way', async () => {
    await compose('Slow boat', '<p>from afar</p>')
    const { page } = await tests.open()
    let arrive = (): void => undefined
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(/\/v1\/messages\/[^/]+\?bodies=false$/, async (route) => {
      await arrival
      await route.continue()
    })

    await page.getByRole('link', { name: /Slow boat/ }).click()
    const mail = page.getByRole('article', { name: 'Message' })
    await pageExpect(mail.getByRole('heading', { name: 'Slow boat' })).toBeVisible()
    await pageExpect(mail.getByText('shop@example.com')).toBeVisible()
    await pageExpect(mail.getByRole('tab', { name: 'Source' })).toBeVisible()
    await pageExpect(mail).toHaveAttribute('aria-busy', 'true')
    await pageExpect(page.locator('.preview-frame')).toHaveCount(0)

    arrive()
    await pageExpect(page.frameLocator('.preview-frame').getByText('from afar')).toBeVisible()
    await pageExpect(mail).not.toHaveAttribute('aria-busy')
    await pageExpect(mail.getByText('default')).not.toHaveCount(0)
  })

  it('begins anew with each mail: what was unfolded is folded again', async () => {
    await compose('Second', '<p>two</p>')
    await compose('First', '<p>one</p>')
    const { page } = await tests.open({ width: 'phone' })
    await page.getByRole('link', { name: /First/ }).click()
    await page.getByRole('button', { name: 'Details' }).click()
    await pageExpect(page.locator('.header-details')).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('j')

    await pageExpect(page.getByRole('heading', { name: 'Second', level: 1 })).toBeVisible()
    await pageExpect(page.getByRole('button', { name: 'Details' })).toHaveAttribute('aria-expanded', 'false')
  })

  it('fetches the mails beside it, so that the next is there at once', async () => {
    const older = await compose('Older', '<p>older</p>')
    await compose('Middle', '<p>middle</p>')
    const newer = await compose('Newer', '<p>newer</p>')
    const { page } = await tests.open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))

    await page.getByRole('link', { name: /Middle/ }).click()

    for (const id of [older, newer])
      await pageExpect
        .poll(() => asked.some((url) => url.endsWith(`/v1/messages/${id}?bodies=false`)))
        .toBe(true)
  })

  it('keeps an empty frame at hand in which nothing may run and which nobody meets', async () => {
    const { page } = await tests.open()
    const frame = page.locator('.warm-frame')
    await pageExpect(frame).toHaveCount(1)

    await pageExpect(frame).toBeHidden()
    await pageExpect(frame).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')
    expect(await page.getByTitle('Nothing').evaluate((element) => element.tabIndex)).toBe(-1)
  })
})
