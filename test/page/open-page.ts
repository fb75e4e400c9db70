// A Mailhold with some mail, and its page in a browser, for one test file.

import { type Browser, type Page, expect as pageExpect } from '@playwright/test'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { openBrowser } from './browser.js'

export const widths = { wide: 1400, middle: 900, phone: 390 } as const

export interface Opening {
  /** below the base path */
  readonly path?: string
  readonly width?: keyof typeof widths
  readonly scheme?: 'light' | 'dark'
}

export interface OpenPage {
  readonly page: Page
  /** the address of everything that the page asked for */
  readonly requests: readonly string[]
  /** errors of scripts and of the content security policy */
  readonly errors: readonly string[]
}

export interface PageTests {
  readonly mailhold: () => RunningMailhold
  readonly open: (opening?: Opening) => Promise<OpenPage>
  /** Keeps a message, octet for octet; resolves with its id. */
  readonly keep: (raw: string | Buffer, query?: string) => Promise<string>
  /** Keeps a mail that the server writes. */
  readonly compose: (mail: object) => Promise<string>
}

/** Starts server and browser before the tests of this file and stops them behind them. */
export function pageTests(options: Parameters<typeof startMailhold>[0] = {}): PageTests {
  let mailhold: RunningMailhold | undefined
  let browser: Browser | undefined
  const started = (): RunningMailhold => {
    if (!mailhold) throw new Error('the server starts before the tests')
    return mailhold
  }
  beforeAll(async () => {
    mailhold = await startMailhold(options)
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await mailhold?.stop()
  })
  return {
    mailhold: started,
    open: (opening = {}) => openIn(browser, started().url, opening),
    keep: (raw, query = '') =>
      post(
        `${started().url}/v1/messages${query}`,
        'message/rfc822',
        typeof raw === 'string' ? raw : new Uint8Array(raw),
      ),
    compose: (mail) => post(`${started().url}/v1/messages`, 'application/json', JSON.stringify(mail)),
  }
}

async function openIn(browser: Browser | undefined, url: string, opening: Opening): Promise<OpenPage> {
  const { path = '/', width = 'wide', scheme = 'light' } = opening
  const context = await browser?.newContext({
    viewport: { width: widths[width], height: width === 'phone' ? 844 : 900 },
    colorScheme: scheme,
    hasTouch: width === 'phone',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  if (!context) throw new Error('the browser opens before the tests')
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(`${url}${path}`)
  await pageExpect(page.getByRole('navigation', { name: 'Inboxes', includeHidden: true })).toBeAttached()
  return { page, requests, errors }
}

async function post(url: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const { id } = (await answer.json()) as { id: string }
  return id
}
