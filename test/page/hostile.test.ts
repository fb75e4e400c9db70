import { type Frame, type Page, expect as pageExpect } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payloads } from './hostile-payloads.js'
import { pageTests } from './open-page.js'
import { openTrap, type Trap } from './trap.js'

const tests = pageTests()
let trap: Trap

beforeAll(async () => {
  trap = await openTrap()
})

afterAll(() => trap.close())

const mailOf = (html: string): string =>
  `From: a@b.test\r\nTo: c@d.test\r\nSubject: hostile\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`

const armed = (html: string, at: string): string =>
  html.replaceAll('TRAPHOST', trap.host).replaceAll('TRAP', `http://${trap.host}/${at}`)

/** Everything that must not happen, as it happens. */
interface Watch {
  readonly page: Page
  readonly breaches: string[]
}

async function watched(path = '/'): Promise<Watch> {
  const { page } = await tests.open({ path })
  const breaches: string[] = []
  const ours = new URL(tests.mailhold().url).origin
  const isOurs = (url: string): boolean => url.startsWith(`${ours}/`) || /^(?:data|blob|about):/.test(url)
  await page.evaluate(() => localStorage.setItem('canary', 'alive'))
  await page.context().addCookies([{ name: 'canary', value: 'alive', url: ours }])
  page.context().on('request', (request) => {
    if (!isOurs(request.url())) breaches.push(`request ${request.url()}`)
  })
  page.context().on('page', (popup) => breaches.push(`popup ${popup.url()}`))
  page.on('dialog', (dialog) => {
    breaches.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', (frame) => {
    const isElsewhere =
      frame === page.mainFrame() ? !frame.url().startsWith(`${ours}/`) : !isOurs(frame.url())
    if (isElsewhere) breaches.push(`navigation ${frame.url()}`)
  })
  return { page, breaches }
}

/** Goes there as a click in the page does, without loading the page anew. */
const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => history.pushState(null, '', address), path)

async function previewOf(page: Page, id: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[src*="${id}"]`)).contentFrame()
  if (!frame) throw new Error('the preview is a frame')
  await frame.waitForURL(/\/view/)
  await frame.waitForLoadState('load')
  // two frames drawn: whatever the mail does on sight it has done
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
  return frame
}

/** What of a view could act or load, whether or not it did. */
const dangersIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const forbidden =
      'script,iframe,frame,object,embed,applet,base,meta[http-equiv],link,form,input,button,svg,math,video,audio,template,portal'
    const acting = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on|^srcset$|^ping$|^srcdoc$/.test(name) ||
            /^\s*(?:javascript|data:text|vbscript|blob|file):/i.test(value),
        )
        .map(({ name }) => `${element.localName} ${name}`),
    )
    return [...[...document.querySelectorAll(forbidden)].map(({ localName }) => localName), ...acting]
  })

const stateOf = (page: Page) =>
  page.evaluate(() => ({
    canary: localStorage.getItem('canary'),
    pwned: localStorage.getItem('pwned'),
    cookie: document.cookie,
    title: document.title.replace(/^\(\d+\) /, ''),
  }))

const untouched = { canary: 'alive', pwned: null, cookie: 'canary=alive', title: 'Mailhold' }

describe('a hostile mail', () => {
  it('is watched by eyes that see: what a page loads reaches the trap and the log', async () => {
    const { page, breaches } = await watched()

    await page.goto(`http://${trap.host}/seen`)

    expect(trap.paths()).toContain('/seen')
    expect(breaches).toContain(`request http://${trap.host}/seen`)
    expect(breaches).toContain(`navigation http://${trap.host}/seen`)
  })

  it.each(Object.entries(payloads))(
    'does nothing with %s',
    async (kind, htmls) => {
      const before = trap.connections()
      const { page, breaches } = await watched()
      const found: string[] = []

      for (const [at, html] of htmls.entries()) {
        const id = await tests.keep(mailOf(armed(html, `${encodeURIComponent(kind)}-${at}`)))
        await goTo(page, `/messages/${id}`)
        const dangers = await dangersIn(await previewOf(page, id))
        found.push(...dangers.map((danger) => `${html.slice(0, 80)}: ${danger}`))
      }

      expect(found).toEqual([])
      expect(breaches).toEqual([])
      expect(trap.connections()).toBe(before)
      expect(await stateOf(page)).toEqual(untouched)
    },
    60_000,
  )

  it('has no link anywhere on the page that would run something', async () => {
    const html = (payloads['acting link'] ?? []).join('\n')
    const id = await tests.keep(mailOf(`${html}<a href="https://safe.example/">safe</a>`))
    const { page, breaches } = await watched(`/messages/${id}/links`)

    await pageExpect(page.getByRole('link', { name: 'https://safe.example/' })).toBeVisible()
    const hrefs = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

    expect(hrefs.filter((href) => !/^(?:https?:|\/)/.test(href))).toEqual([])
    expect(breaches).toEqual([])
  })

  it('lays nothing over the page', async () => {
    const id = await tests.keep(mailOf(armed((payloads.overlay ?? []).join(''), 'overlay')))
    const { page, breaches } = await watched(`/messages/${id}`)
    await previewOf(page, id)

    await page.getByRole('tab', { name: /^Headers/ }).click()

    await pageExpect(page).toHaveURL(new RegExp(`/messages/${id}/headers$`))
    expect(breaches).toEqual([])
  })

  it('stays where it is when a link in it is clicked: the link opens a window of its own, without a way back', async () => {
    const id = await tests.keep(mailOf(`<a href="http://${trap.host}/clicked" target="_top">go</a>`))
    const { page } = await watched(`/messages/${id}`)
    const frame = await previewOf(page, id)
    const opened = page.context().waitForEvent('page')

    await frame.getByRole('link', { name: 'go' }).click()
    const popup = await opened
    await popup.waitForURL(/clicked/)

    expect(await popup.evaluate(() => [window.opener, document.referrer])).toEqual([null, ''])
    await pageExpect(page).toHaveURL(new RegExp(`/messages/${id}$`))
  })

  it('leads to a place of its own without leaving: the frame is scrolled, and no window opens', async () => {
    const id = await tests.keep(
      mailOf('<a href="#terms">Terms</a><p style="height:9000px">x</p><h2 id="terms">The terms</h2>'),
    )
    const { page, breaches } = await watched(`/messages/${id}`)
    const frame = await previewOf(page, id)

    await frame.getByRole('link', { name: 'Terms' }).click()

    await pageExpect(frame.getByRole('heading', { name: 'The terms' })).toBeInViewport()
    expect(breaches).toEqual([])
    await pageExpect(page).toHaveURL(new RegExp(`/messages/${id}$`))
  })

  it('with images allowed loads images and nothing else', async () => {
    const seen = trap.paths().length
    const url = (name: string): string => `http://${trap.host}/only-${name}`
    const id = await tests.keep(
      mailOf(
        `<style>@import "${url('import')}";@font-face{font-family:x;src:url(${url('font')})}p{font-family:x}</style>` +
          `<link rel=stylesheet href="${url('sheet')}"><script src="${url('script')}"></script><iframe src="${url('frame')}"></iframe>` +
          `<video poster="${url('poster')}" src="${url('video')}"></video><p>x</p>` +
          `<img src="${url('img')}"><table background="${url('background')}"><tr><td>x</td></tr></table>`,
      ),
    )
    const { page } = await watched(`/messages/${id}`)
    await previewOf(page, id)
    const kinds: string[] = []
    page.on('request', (request) => {
      if (request.url().includes(trap.host)) kinds.push(request.resourceType())
    })

    await page.getByRole('button', { name: 'Load images' }).click()
    await pageExpect(page.getByText('Remote images are loaded')).toBeVisible()
    await pageExpect
      .poll(() => trap.paths().slice(seen).toSorted())
      .toEqual(['/only-background', '/only-img'])

    expect(new Set(kinds)).toEqual(new Set(['image']))
  })
})

const everyTab = [
  'preview',
  'text',
  'source',
  'headers',
  'parts',
  'attachments',
  'links',
  'problems',
  'session',
]

describe('hostile names and headers', () => {
  const bidi = '\u202egnp.exe\u2066'
  const script = '<img src=x onerror=alert(1)>'

  it.each([
    [
      'names that turn the line',
      `From: "${bidi}${script}" <a@b.test>\r\nTo: "${bidi}" <c@d.test>\r\nSubject: ${bidi}${script}\r\n\r\nx`,
    ],
    [
      'header names',
      `From: a@b.test\r\n__proto__: x\r\nconstructor: y\r\n${script.replaceAll(' ', '')}: z\r\nX-${'n'.repeat(5000)}: w\r\n\r\nx`,
    ],
    ['no header at all', '\0\u0001\r\nnothing that a parser likes'],
    ['nothing', ''],
    [
      'attachments',
      [
        'From: a@b.test',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...[
          [
            'image/svg+xml',
            `../../${bidi}.svg`,
            `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`,
          ],
          ['text/html', `${script}.html`, '<script>alert(document.cookie)</script>'],
          ['application/pdf', 'a\u0000b.pdf', '%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'],
          ['image/png', '__proto__', 'no picture'],
          [`text/plain; charset="${script}"`, 'x'.repeat(3000), 'x'],
        ].flatMap(([type, name, body]) => [
          '--b',
          `Content-Type: ${type}`,
          `Content-Disposition: attachment; filename="${name}"`,
          '',
          `${body}`,
        ]),
        '--b--',
      ].join('\r\n'),
    ],
  ])(
    '%s are shown as what they are on every tab',
    async (_, raw) => {
      const id = await tests.keep(raw)
      const { page, breaches } = await watched(`/messages/${id}`)
      await pageExpect(page.getByRole('heading', { level: 1 })).toBeVisible()

      for (const tab of everyTab) {
        await goTo(page, `/messages/${id}${tab === 'preview' ? '' : `/${tab}`}`)
        await pageExpect(page.getByRole('tabpanel')).toBeVisible()
        const show = page.getByRole('button', { name: 'Show', exact: true })
        while ((await show.count()) > 0) await show.first().click()
      }

      expect(await page.locator('main img[onerror], main script, main svg[onload]').count()).toBe(0)
      expect(breaches).toEqual([])
      expect(await stateOf(page)).toEqual(untouched)
    },
    30_000,
  )

  it('a subject of 5 MB is cut, and the page goes on', async () => {
    const id = await tests.keep(`From: a@b.test\r\nSubject: ${'Long '.repeat(1_000_000)}\r\n\r\nx`)
    const { page, breaches } = await watched(`/messages/${id}`)

    await pageExpect(page.getByRole('heading', { level: 1 })).toHaveText(/^(?:Long )+.*…$/)
    for (const tab of ['Headers', 'Source', 'Problems']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await pageExpect(page.getByRole('tabpanel')).toBeVisible()
    }

    expect(breaches).toEqual([])
  }, 30_000)
})
