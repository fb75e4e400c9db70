// How fast the page is with much mail, in a real browser: what is loaded first, the list, opening a mail, scrolling.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { startMailhold } from '../dist/app/start.js'
import { fill } from './lib/filled-store.mjs'

const built = fileURLToPath(new URL('../dist/web/', import.meta.url))
const executablePath = process.env.MAILHOLD_CHROMIUM ?? '/usr/bin/chromium'

/** Options: `--messages N` (default 100000), `--rounds N` (default 7). */
export async function page(args) {
  const { values } = parseArgs({
    args,
    options: { messages: { type: 'string' }, rounds: { type: 'string' } },
  })
  const messages = Number(values.messages ?? 100_000)
  const rounds = Number(values.rounds ?? 7)
  showSize()
  if (!existsSync(executablePath)) {
    console.log(`no browser at ${executablePath}; set MAILHOLD_CHROMIUM to measure the rest`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-bench-'))
  await fill(join(folder, 'store'), messages)
  const mailhold = await startMailhold({ data: join(folder, 'store'), maxMessages: messages * 2 })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await addHtmlMail(mailhold.url)
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
    const tab = await context.newPage()
    show(
      `first list on screen, ${messages} messages`,
      await repeat(rounds, () => firstList(tab, mailhold.url)),
      500,
    )
    await showOpening(tab, { url: mailhold.url, rounds })
    await showScrolling(tab, mailhold.url)
  } finally {
    await browser.close()
    await mailhold.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the start file names: everything else is loaded when it is wanted. */
function showSize() {
  const html = readFileSync(join(built, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const octets = scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(built, path)), { level: 9 }).length,
    0,
  )
  const files = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js')).length
  console.log(
    `script on first load: ${(octets / 1000).toFixed(1)} kB gzip in ${scripts.length} of ${files} files (at most 160)`,
  )
}

/** A mail with HTML on top of the list, like those that apps send. */
async function addHtmlMail(url) {
  const rows = Array.from({ length: 120 }, (_, at) => `<tr><td>Line ${at}</td><td>${at}.00</td></tr>`).join(
    '',
  )
  for (let n = 0; n < 40; n += 1) {
    const body = {
      from: 'Shop <a@example.com>',
      to: ['b@example.com'],
      subject: `Receipt ${n}`,
      html: `<table>${rows}</table>`,
    }
    await fetch(`${url}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
}

/** Milliseconds from the navigation to the first row that is drawn. */
async function firstList(tab, url) {
  await tab.goto('about:blank')
  await tab.goto(url, { waitUntil: 'commit' })
  return tab.evaluate(untilShown, '.row')
}

/** Milliseconds for which people hold a button of the mouse down. */
const press = 80

/** Mails with HTML, one after the other: the first on a page that was just loaded, then by the mouse, then by the keyboard. */
async function showOpening(tab, { url, rounds }) {
  const taken = { first: [], click: [], key: [] }
  const click = (at) => tab.locator('.row-link').nth(at).click({ delay: press })
  for (let round = 0; round < rounds; round += 1) {
    await tab.goto(url)
    await tab.locator('.row').nth(8).waitFor()
    taken.first.push(await openMail(tab, () => click(1)))
    for (const at of [4, 2, 5]) taken.click.push(await openMail(tab, () => click(at)))
    for (let step = 0; step < 3; step += 1) taken.key.push(await openMail(tab, () => tab.keyboard.press('j')))
  }
  const sorted = (times) => times.sort((a, b) => a - b)
  show('opening the first mail, header and text, from the click', sorted(taken.first), 100)
  show('opening further mails, from the click', sorted(taken.click), 100)
  show('opening further mails, from the key', sorted(taken.key), 100)
}

/** Milliseconds from the event to the frame with the mail, loaded and drawn. */
async function openMail(tab, act) {
  // a person looks before going on
  await new Promise((resolve) => setTimeout(resolve, 700))
  await tab.evaluate(watchOpening)
  await act()
  return tab.evaluate(() => window.opened)
}

// These run in the page.
const untilShown = (selector) =>
  new Promise((resolve) => {
    const look = () =>
      document.querySelector(selector)
        ? requestAnimationFrame(() => resolve(performance.now()))
        : requestAnimationFrame(look)
    look()
  })

const watchOpening = () => {
  const before = document.querySelector('.preview-frame')
  let began
  const begin = ({ timeStamp }) => {
    began ??= timeStamp
  }
  for (const type of ['click', 'keydown']) addEventListener(type, begin, { capture: true, once: true })
  window.opened = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      const frame = document.querySelector('.preview-frame')
      if (!frame || frame === before || !document.querySelector('.header-card')) return
      watcher.disconnect()
      const drawn = () => requestAnimationFrame(() => resolve(performance.now() - began))
      frame.addEventListener('load', drawn, { once: true })
    })
    watcher.observe(document.body, { subtree: true, childList: true })
  })
}

const scroll = (seconds) =>
  new Promise((resolve) => {
    const scroller = document.querySelector('.list-scroller')
    const frames = []
    const began = performance.now()
    let last = began
    const step = (now) => {
      frames.push(now - last)
      last = now
      scroller.scrollTop += 60
      if (now - began < seconds * 1000) requestAnimationFrame(step)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(step)
  })

async function showScrolling(tab, url) {
  await tab.goto(url)
  await tab.locator('.row').nth(2).waitFor()
  const frames = (await tab.evaluate(scroll, 5)).sort((a, b) => a - b)
  const late = frames.filter((milliseconds) => milliseconds > 20).length
  const worst = frames.at(-1)?.toFixed(0)
  const share = ((late / frames.length) * 100).toFixed(1)
  console.log(
    `scrolling for 5 s: ${(frames.length / 5).toFixed(0)} frames/s, ${share} % late, longest ${worst} ms (60)`,
  )
}

async function repeat(rounds, act) {
  const taken = []
  for (let round = 0; round < rounds; round += 1) taken.push(await act())
  return taken.sort((a, b) => a - b)
}

function show(title, taken, most) {
  const middle = taken[taken.length >> 1] ?? 0
  console.log(`${title}: p50 ${middle.toFixed(0)} ms, worst ${taken.at(-1)?.toFixed(0)} ms (under ${most})`)
}
