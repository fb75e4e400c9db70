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
/** How long ago each mail came, from the newest on, in minutes: as on a working day, though all of it came just now. */
const ages = [2, 9, 31, 74, 118, 163, 205, 1320, 1490, 2900, 4400, 5900, 9000]

const mailhold = await startMailhold()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  mkdirSync(folder, { recursive: true })
  await take('first-run', { scheme: 'light', width: 1400 }, async () => {})
  for (const mail of sampleMails) await keep(mail)
  await tagSome()
  await readSome()
  for (const scheme of schemes) await take(`list-${scheme}`, { scheme, width: 1400 }, open(/on its way/))
  await take('phone-list', { scheme: 'light', width: 390 }, async () => {})
  await take('phone-mail', { scheme: 'dark', width: 390 }, open(/sign-in code/))
  await take('test-this', { scheme: 'light', width: 1400, of: 'main' }, openTab(/sign-in code/, /Test this/))
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

async function readSome() {
  const q =
    'subject:way OR subject:code OR subject:invoice OR subject:invited OR subject:weekly OR subject:build'
  await fetch(`${mailhold.url}/v1/messages?${new URLSearchParams({ q })}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ read: true }),
  })
}

/** Gives the mails of a list, or one mail, the times of a working day. */
async function spreadTimes(page) {
  const { messages } = await (await fetch(`${mailhold.url}/v1/messages`)).json()
  const times = new Map(
    messages.map(({ id }, at) => [id, new Date(Date.now() - (ages[at] ?? 10_000) * 60_000).toISOString()]),
  )
  const shifted = (message) => {
    const time = times.get(message.id) ?? message.receivedAt
    return { ...message, receivedAt: time, ...(message.date && { date: time }) }
  }
  await page.route(/\/v1\/messages(\?|\/[^/]+\?bodies)/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const json = answer.messages ? { ...answer, messages: answer.messages.map(shifted) } : shifted(answer)
    await route.fulfill({ response, json })
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

async function take(name, { scheme, width, of = 'body' }, act) {
  const height = width === 390 ? 844 : 900
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    colorScheme: scheme,
    hasTouch: width === 390,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await spreadTimes(page)
  await page.goto(mailhold.url)
  await page.locator('.row, .frame-message .setup').first().waitFor()
  await act(page)
  // nothing is pointed at
  await page.mouse.move(0, 0)
  // fonts, frames and transitions are at rest
  await page.waitForTimeout(900)
  await page
    .locator(of)
    .first()
    .screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
  console.log(`${name}.png`)
}
