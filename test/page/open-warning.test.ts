import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './axe.js'
import { pageTests } from './open-page.js'

describe('a Mailhold that other machines can read without a password', () => {
  const tests = pageTests({ http: '0.0.0.0:0' })

  it.each([
    { width: 'wide', scheme: 'light' },
    { width: 'middle', scheme: 'dark' },
    { width: 'phone', scheme: 'light' },
    { width: 'phone', scheme: 'dark' },
  ] as const)('says so on its page, at $width in $scheme, until that is dismissed', async (look) => {
    await tests.compose({ from: 'a@example.com', to: ['ada@example.com'], subject: 'Hello', text: 'x' })
    const { page } = await tests.open(look)
    const warning = page.getByRole('alert').filter({ hasText: 'Mail here is open to the network.' })
    await pageExpect(warning).toBeVisible()
    await pageExpect(page.getByRole('link', { name: /Hello/ }).first()).toBeInViewport()
    const box = await warning.boundingBox()
    expect(box?.height).toBeLessThanOrEqual(48)
    expect(await seriousFindings(page)).toEqual([])

    await warning.getByRole('button', { name: 'Dismiss the warning' }).click()
    await pageExpect(warning).toHaveCount(0)
    await page.reload()
    await pageExpect(page.getByRole('link', { name: /Hello/ }).first()).toBeVisible()
    await pageExpect(warning).toHaveCount(0)
  })

  it('names the port and the option that asks for a password', async () => {
    const { page } = await tests.open()
    const port = new URL(tests.mailhold().url).port

    await pageExpect(page.getByRole('alert')).toContainText(`http 0.0.0.0:${port}`)
    await pageExpect(page.getByRole('alert')).toContainText('--http-auth')
    await page.getByRole('button', { name: 'Settings' }).click()
    await pageExpect(page.getByRole('dialog', { name: 'Settings' })).toContainText(
      'open to the network, no password',
    )
  })
})

describe('a Mailhold on loopback', () => {
  const tests = pageTests()

  it('warns of nothing', async () => {
    const { page } = await tests.open()
    await pageExpect(page.getByRole('region', { name: 'Point your app here' })).toBeVisible()
    await pageExpect(page.getByRole('alert')).toHaveCount(0)
  })
})
