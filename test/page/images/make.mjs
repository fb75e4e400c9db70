// npm run screenshots: pictures of the page for its documentation, taken in a real browser.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { startMailhold } from '../../../dist/app/start.js'
import { sampleMails } from './sample-mails.mjs'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const executablePath = process.env.MAILHOLD_CHROMIUM ?? '/usr/bin/chromium'
const schemes = ['light', 'dark']

const mailhold = await startMailhold()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  mkdirSync(folder, { recursive: true })
  for (const scheme of schemes) await take(`first-run-${scheme}`, { scheme, width: 1400 }, async () => {})
  for (const mail of sampleMails) await keep(mail)
  await tagSome()
  for (const scheme of schemes) {
    await take(`list-${scheme}`, { scheme, width: 1400 }, open(/on its way/))
    await take(`middle-${scheme}`, { scheme, width: 900 }, open(/on its way/))
    await take(`phone-list-${scheme}`, { scheme, width: 390 }, async () => {})
    await take(`phone-mail-${scheme}`, { scheme, width: 390 }, open(/sign-in code/))
  }
  await take('test-this', { scheme: 'light', width: 1400 }, openTab(/sign-in code/, /Test this/))
  await take('palette', { scheme: 'dark', width: 1400 }, async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
  })
} finally {
  await browser.close()
  await mailhold.stop()
}

async function keep(mail) {
  const [type, body] = mail.raw ? ['message/rfc822', mail.raw] : ['application/json', JSON.stringify(mail)]
  const answer = await fetch(`${mailhold.url}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function tagSome() {
  await fetch(`${mailhold.url}/v1/messages?q=subject:invoice`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ addTags: ['billing'] }),
  })
}

function open(name) {
  return async (page) => {
    await page.getByRole('link', { name }).first().click()
    await page.getByRole('tab', { name: 'Preview' }).waitFor()
  }
}

function openTab(mail, tab) {
  return async (page) => {
    await open(mail)(page)
    await page.getByRole('tab', { name: tab }).click()
  }
}

async function take(name, { scheme, width }, act) {
  const height = width === 390 ? 844 : 900
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: scheme,
    hasTouch: width === 390,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(mailhold.url)
  await page.locator('.row, .frame-message .setup').first().waitFor()
  await act(page)
  // fonts, frames and transitions are at rest
  await page.waitForTimeout(900)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
  console.log(`${name}.png`)
}
