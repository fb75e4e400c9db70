import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './axe.js'
import { pageTests } from './open-page.js'

const tests = pageTests()

describe('a page without mail', () => {
  it.each([
    { width: 'wide', scheme: 'light' },
    { width: 'phone', scheme: 'dark' },
  ] as const)('says how to point an app here, with the real port, at $width in $scheme', async (look) => {
    const { page, errors } = await tests.open(look)
    const guide = page.getByRole('region', { name: 'Point your app here' })
    const port = tests.mailhold().smtp?.port

    await pageExpect(guide.getByText(`localhost:${port}`, { exact: true })).toBeVisible()
    await guide.getByRole('tab', { name: 'Django' }).click()
    await pageExpect(guide.getByText(`EMAIL_PORT = ${port}`)).toBeVisible()
    await guide.getByRole('button', { name: 'Copy' }).click()

    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`EMAIL_PORT = ${port}`)
    expect(await seriousFindings(page)).toEqual([])
    expect(errors).toEqual([])
  })

  it('sends a sample mail', async () => {
    const { page } = await tests.open()
    await page.getByRole('button', { name: 'Send a sample mail' }).click()

    await page.getByRole('link', { name: /Welcome, please confirm/ }).click()
    await pageExpect(
      page.frameLocator('.preview-frame').getByRole('heading', { name: 'Welcome, Ada' }),
    ).toBeVisible()
  })
})

describe('sheets', () => {
  it('shows the shortcuts with ?, and closes with Escape', async () => {
    const { page } = await tests.open()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await pageExpect(sheet.getByText('Next message')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])

    await page.keyboard.press('Escape')
    await pageExpect(sheet).toHaveCount(0)
  })

  it.each(['light', 'dark'] as const)('shows how the server is, in %s', async (scheme) => {
    const { page } = await tests.open({ scheme, width: 'phone' })
    await page.getByRole('button', { name: 'Inboxes' }).click()
    await page.getByRole('button', { name: 'Settings' }).click()
    const sheet = page.getByRole('dialog', { name: 'Settings' })

    await pageExpect(sheet.getByText(`smtp 127.0.0.1:${tests.mailhold().smtp?.port}`)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  it('changes theme and density for good', async () => {
    const { page } = await tests.open()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.getByText('Dark', { exact: true }).click()
    await page.getByText('Compact', { exact: true }).click()
    await page.reload()

    await pageExpect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await pageExpect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  })

  it('adds a fault rule, tells how often it fired, says what is wrong with one, and removes it', async () => {
    const { page } = await tests.open()
    await page.getByRole('button', { name: 'Settings' }).click()
    const sheet = page.getByRole('dialog', { name: 'Settings' })
    await sheet.getByLabel('Reply or delay').fill('nonsense')
    await sheet.getByRole('button', { name: 'Add rule' }).click()
    await pageExpect(sheet.getByRole('alert')).toContainText('nonsense')

    await sheet.getByLabel('Reply or delay').fill('451 4.3.0 later')
    await sheet.getByLabel('Inbox').fill('faulty')
    await sheet.getByRole('button', { name: 'Add rule' }).click()
    await pageExpect(sheet.getByText('not fired yet, 1 left')).toBeVisible()
    await sheet.getByRole('button', { name: 'Remove rcpt 451 4.3.0 later' }).click()

    await pageExpect(sheet.getByText('None: SMTP behaves.')).toBeVisible()
  })
})

describe('the palette', () => {
  it('finds commands and inboxes by a few letters', async () => {
    await tests.compose({ from: 'a@example.com', to: ['x@palette7.mailhold.test'], subject: 'P', text: 'x' })
    const { page } = await tests.open()
    await pageExpect(page.getByRole('link', { name: /palette7/ }).first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await pageExpect(page.getByRole('dialog', { name: 'Find a command' })).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Command, inbox, tag or search' }).fill('palette')
    await page.keyboard.press('Enter')

    await pageExpect(page).toHaveURL(/\/inboxes\/palette7$/)
  })
})
