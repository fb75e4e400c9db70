import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as pageExpect } from '@playwright/test'
import { expect, it, onTestFinished } from 'vitest'
import { startMailhold } from '#mailhold/app/start.js'
import { openBrowser } from './browser.js'

const compose = (url: string, subject: string) =>
  fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: 'a@example.com', to: ['ada@example.com'], subject, text: 'x' }),
  })

it('says that the server is gone, and goes on by itself when it is back, with the mail that came meanwhile', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mailhold-page-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const first = await startMailhold({ data })
  await compose(first.url, 'Before')
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(first.url)
  await pageExpect(page.getByRole('link', { name: /Before/ })).toBeVisible()

  await first.stop()
  await pageExpect(page.getByText('Connection lost. Trying again…')).toBeVisible({ timeout: 10_000 })
  const second = await startMailhold({ data, http: new URL(first.url).host })
  onTestFinished(() => second.stop())
  await compose(second.url, 'Meanwhile')

  await pageExpect(page.getByRole('link', { name: /Meanwhile/ })).toBeVisible({ timeout: 10_000 })
  await pageExpect(page.getByText('Connection lost. Trying again…')).toHaveCount(0)
  expect(page.url()).toBe(`${first.url}/`)
}, 60_000)
