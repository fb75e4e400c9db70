import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { expect as pageExpect } from '@playwright/test'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFindings } from './axe.js'
import { type Opening, pageTests } from './open-page.js'

const tests = pageTests()

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const people = Array.from({ length: 30 }, (_, at) => `"Person ${at}" <p${at}@example.com>`).join(',\r\n ')

const mail = [
  'From: "Shop" <orders@shop.example>',
  `To: ${people}`,
  'Reply-To: help@shop.example',
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= \u202eyour order',
  'Date: Sun, 22 Nov 2026 22:00:00 +0100',
  'Message-ID: <one@shop.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Your verification code is 482913.',
  '--c',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>h1{color:rgb(1,2,3)}@media (prefers-color-scheme: dark){h1{color:rgb(4,5,6)}}</style><h1>On its way</h1>' +
    '<p>Your verification code is 482913.</p><a href="https://evil.example/x">https://shop.example/track</a>' +
    '<img src="http://127.0.0.1:9/pixel.gif">',
  '--c--',
  '--b',
  'Content-Type: image/png',
  'Content-Disposition: attachment; filename=label.png',
  'Content-Transfer-Encoding: base64',
  '',
  png,
  '--b',
  'Content-Type: text/csv',
  'Content-Disposition: attachment; filename=lines.csv',
  '',
  'sku,quantity',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename=invoice.pdf',
  '',
  '%PDF-1.4',
  '--b--',
  '',
].join('\r\n')

/** Sends it over SMTP; resolves when the server has said good-bye. */
async function send(raw: string): Promise<void> {
  const { host = '', port = 0 } = tests.mailhold().smtp ?? {}
  const socket = connect(port, host)
  const says = [
    'EHLO shop.example',
    'MAIL FROM:<bounce@shop.example>',
    'RCPT TO:<ada@w7.mailhold.test>',
    'DATA',
    `${raw}.`,
    'QUIT',
  ]
  for await (const line of createInterface({ input: socket })) {
    if (/^\d{3} /.test(line) && says.length > 0) socket.write(`${says.shift()}\r\n`)
  }
}

let id = ''
beforeAll(async () => {
  await send(mail)
  const answer = await fetch(`${tests.mailhold().url}/v1/messages/latest`)
  id = ((await answer.json()) as { id: string }).id
}, 60_000)

const open = (tab: string, look: Opening = {}) =>
  tests.open({ ...look, path: `/messages/${id}${tab === 'preview' ? '' : `/${tab}`}` })

const tabNames = {
  preview: /^Preview/,
  text: /^Text/,
  source: /^Source/,
  headers: /^Headers/,
  parts: /^Parts/,
  attachments: /^Attachments/,
  links: /^Links & codes/,
  problems: /^Problems/,
  session: /^Session/,
}

const everyLook: Opening[] = (['wide', 'middle', 'phone'] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

describe('a mail', () => {
  it.each(everyLook)(
    'has every tab, at $width in $scheme, with nothing in the way of anybody',
    async (look) => {
      const { page, errors } = await open('preview', look)
      const found: string[] = []

      for (const [tab, name] of Object.entries(tabNames)) {
        await page.getByRole('tab', { name }).click()
        await pageExpect(page).toHaveURL(new RegExp(`/messages/${id}${tab === 'preview' ? '' : `/${tab}`}$`))
        await pageExpect(page.getByRole('tabpanel')).toBeVisible()
        found.push(...(await seriousFindings(page)).map((finding) => `${tab}: ${finding}`))
      }

      expect(found).toEqual([])
      expect(errors).toEqual([])
    },
    40_000,
  )

  it('says who it is from and for, and why it lies where it lies', async () => {
    const { page } = await open('text')

    await pageExpect(page.getByRole('heading', { level: 1 })).toContainText('U+202E')
    await pageExpect(page.getByText('sent as bounce@shop.example')).toBeVisible()
    await pageExpect(page.getByText('named by the recipient’s domain')).toBeVisible()
    await pageExpect(page.getByText('help@shop.example')).toBeVisible()
    await pageExpect(page.getByText('p29@example.com')).toBeHidden()
    await page.getByRole('button', { name: '27 more' }).click()
    await pageExpect(page.getByText('p29@example.com')).toBeVisible()
  })

  it('is shown as wide, as large and in the scheme that is asked for', async () => {
    const { page } = await open('preview')
    const frame = page.getByTitle('The mail as its reader sees it')
    const heading = page.frameLocator('.preview-frame').getByRole('heading', { name: 'On its way' })

    await page.getByRole('radio', { name: 'Phone' }).check({ force: true })
    expect((await frame.boundingBox())?.width).toBe(375)
    await page.getByRole('button', { name: 'Larger' }).click()
    expect((await frame.boundingBox())?.width).toBeCloseTo(412.5)
    await pageExpect(heading).toHaveCSS('color', 'rgb(1, 2, 3)')
    await page.getByRole('button', { name: 'Dark scheme' }).click()
    await pageExpect(heading).toHaveCSS('color', 'rgb(4, 5, 6)')
  })

  it('is opened alone to be printed', async () => {
    const { page } = await open('preview')
    const opened = page.context().waitForEvent('page')

    await page.getByRole('button', { name: 'Print' }).click()
    const alone = await opened

    await pageExpect(alone).toHaveURL(new RegExp(`/v1/messages/${id}/view`))
    await pageExpect(alone.getByRole('heading', { name: 'On its way' })).toBeVisible()
  })

  it('shows its source, searched and folded', async () => {
    const { page } = await open('source')
    const source = page.getByRole('region', { name: 'Source of the message' })

    await pageExpect(source).toContainText('--b')
    await page.getByRole('button', { name: 'Fold parts' }).click()
    await pageExpect(source).not.toContainText('sku,quantity')
    await page.getByRole('button', { name: 'Unfold all' }).click()
    await page.getByRole('button', { name: 'Find' }).click()
    // while a word is typed, keys are no shortcuts
    await page.keyboard.type('kj#verification')
    await pageExpect(page).toHaveURL(new RegExp(`/messages/${id}/source$`))
  })

  it('shows its headers decoded and raw, filtered, to copy', async () => {
    const { page } = await open('headers')

    await page.getByRole('searchbox', { name: 'Filter header fields' }).fill('subject')
    await pageExpect(page.locator('.header-field')).toHaveCount(1)
    await pageExpect(page.getByRole('tabpanel')).toContainText('Grüße')
    await page.getByRole('radio', { name: 'Raw' }).check({ force: true })
    await pageExpect(page.getByRole('tabpanel')).toContainText('=?utf-8?q?Gr=C3=BC=C3=9Fe?=')
    await page.getByRole('button', { name: 'Copy all header fields' }).click()
    await pageExpect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('Subject: =?utf-8?q?')
  })

  it('shows its parts and attachments, each to download', async () => {
    const { page } = await open('parts')

    await pageExpect(page.getByRole('list', { name: 'Parts of the message' })).toContainText(
      'multipart/alternative',
    )
    const part = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download 3' }).click()
    expect((await part).suggestedFilename()).toBe('lines.csv')

    await page.getByRole('tab', { name: /^Attachments/ }).click()
    await pageExpect(page.getByRole('img', { name: 'Preview of label.png' })).toBeVisible()
    const csv = page.getByRole('listitem').filter({ hasText: 'lines.csv' })
    await csv.getByRole('button', { name: 'Show' }).click()
    await pageExpect(csv.getByRole('document')).toHaveText('sku,quantity')
    const all = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Download all/ }).click()
    expect((await all).suggestedFilename()).toBe(`${id}-attachments.zip`)
  })

  it('shows its links where they really lead, and its codes to copy', async () => {
    const { page } = await open('links')

    await pageExpect(page.getByText('shows shop.example, leads to evil.example')).toBeVisible()
    await page.getByRole('button', { name: 'Copy code 482913' }).click()
    await pageExpect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('482913')
  })

  it('explains its problems by the rule', async () => {
    const { page } = await open('problems')

    await pageExpect(page.getByRole('heading', { name: /8-bit octets/ })).toBeVisible()
    await pageExpect(page.getByRole('link', { name: 'Read RFC 6532 §3' })).toHaveAttribute(
      'href',
      'https://www.rfc-editor.org/rfc/rfc6532#section-3',
    )
  })

  it('shows the conversation that it came over', async () => {
    const { page } = await open('session')
    const conversation = page.getByRole('list', { name: 'Conversation' })

    await pageExpect(conversation).toContainText('Client: MAIL FROM:<bounce@shop.example>')
    await pageExpect(conversation).toContainText(/Server: 250 2\.0\.0 Ok: kept as/)
  })

  it('has neighbours, a link and a file', async () => {
    await tests.keep('Subject: Newer\r\n\r\nx')
    const { page } = await open('headers')
    const actions = page.getByRole('toolbar', { name: 'Message actions' })
    const choose = async (name: string): Promise<void> => {
      await actions.getByRole('button', { name: 'Message actions' }).click()
      await page.getByRole('menuitem', { name }).click()
    }

    await choose('Copy link')
    await pageExpect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${tests.mailhold().url}/messages/${id}/headers`)
    const file = page.waitForEvent('download')
    await choose('Download .eml')
    expect((await file).suggestedFilename()).toBe(`${id}.eml`)
    await actions.getByRole('button', { name: 'Previous message' }).click()
    await pageExpect(page.getByRole('heading', { name: 'Newer', level: 1 })).toBeVisible()
    await actions.getByRole('button', { name: 'Next message' }).click()
    await pageExpect(page).toHaveURL(new RegExp(id))
    await choose('Mark as unread')
    await pageExpect(page.getByRole('link', { name: /Unread.*Grüße/ })).toBeVisible()
  })

  it('is tagged, and deleted with a way back', async () => {
    const { page } = await open('preview')

    await page.getByRole('main').getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('textbox', { name: 'Tag name' }).fill('shipping')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove tag shipping' }).click()
    await pageExpect(page.getByRole('button', { name: 'Remove tag shipping' })).toBeHidden()
    await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
    await pageExpect(page.getByRole('heading', { name: 'No message selected' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await pageExpect(page.getByRole('link', { name: /Grüße/ })).toBeVisible()
  })
})
