import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { pageTests } from './open-page.js'

const tests = pageTests()

const mail = (subject: string) => ({
  from: 'Shop <shop@example.com>',
  to: ['ada@example.com'],
  subject,
  text: 'Words',
  attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'eA==' }],
})

describe('the panes', () => {
  it('are resized with the arrow keys, and stay so', async () => {
    const { page } = await tests.open()
    const line = page.getByRole('separator', { name: 'Width of the list' })
    await line.press('ArrowRight')
    await page.reload()

    await pageExpect(line).toHaveAttribute('aria-valuenow', '416')
    const list = await page.getByRole('region', { name: 'Messages' }).boundingBox()
    expect(Math.round(list?.width ?? 0)).toBe(416)
  })

  it('are resized with the pointer', async () => {
    const { page } = await tests.open()
    const line = page.getByRole('separator', { name: 'Width of the inboxes' })
    const { x = 0, y = 0 } = (await line.boundingBox()) ?? {}
    await page.mouse.move(x + 4, y + 300)
    await page.mouse.down()
    await page.mouse.move(x + 34, y + 300, { steps: 3 })
    await page.mouse.up()

    await pageExpect(line).toHaveAttribute('aria-valuenow', '262')
  })
})

describe('a row', () => {
  it('tells files, problems and the exact time to those who point at them, and who it was for', async () => {
    await tests.compose(mail('With a file'))
    await tests.keep('Subject: Without a date\r\n\r\nx', '?to=grace@example.com')
    const { page } = await tests.open()
    const withFile = page.getByRole('link', { name: /With a file/ })
    const odd = page.getByRole('link', { name: /Without a date/ })

    await pageExpect(withFile.getByTitle('1 attached')).toBeVisible()
    await pageExpect(odd.getByTitle(/^\d+ problems$/)).toBeVisible()
    await pageExpect(withFile).toContainText('ada@example.com')
    await pageExpect(withFile.locator('time')).toHaveAttribute('title', /\d{4}.*\d{2}:\d{2}:\d{2}/)
  })

  it('opens in a tab of its own with Control, and the page stays', async () => {
    await tests.compose(mail('Elsewhere'))
    const { page } = await tests.open()
    const opened = page.context().waitForEvent('page')
    await page
      .getByRole('link', { name: /Elsewhere/ })
      .first()
      .click({ modifiers: ['ControlOrMeta'] })

    await pageExpect((await opened).getByRole('heading', { level: 1, name: 'Elsewhere' })).toBeVisible()
    await pageExpect(page.getByRole('heading', { name: 'No message selected' })).toBeVisible()
  })
})

it('the icon of the page has a dot while something is unread', async () => {
  await tests.compose(mail('Unread'))
  const { page } = await tests.open({ path: '/?q=is:unread' })
  const icon = page.locator('link[rel="icon"]')
  await pageExpect(icon).toHaveAttribute('href', /favicon-unread/)

  await page.goto(`${tests.mailhold().url}/`)
  await pageExpect(page.getByRole('link', { name: /Unread.*Unread/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click()

  await pageExpect(icon).not.toHaveAttribute('href', /favicon-unread/)
})

it('nothing moves for those who asked for reduced motion', async () => {
  const { page } = await tests.open({ width: 'middle' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const duration = await page
    .getByRole('navigation', { name: 'Inboxes', includeHidden: true })
    .evaluate((sidebar) => getComputedStyle(sidebar).transitionDuration)

  expect(duration).toMatch(/^1e-05s/)
})

describe('on a phone', () => {
  it('everything that is touched is at least 40 pixels high, and no action is cut off', async () => {
    const id = await tests.compose(mail('A long subject that goes over more than one line of a small screen'))
    const { page } = await tests.open({ width: 'phone' })
    const small = () =>
      page.locator('button:visible, [role="tab"]:visible, select:visible').evaluateAll((elements) =>
        elements.flatMap((element) => {
          const { height } = element.getBoundingClientRect()
          return height > 0 && height < 40 ? [`${element.outerHTML.slice(0, 120)} ${height}`] : []
        }),
      )
    await pageExpect(page.getByRole('link', { name: /A long subject/ }).first()).toBeVisible()
    expect(await small()).toEqual([])

    await page.getByRole('button', { name: 'Select messages' }).tap()
    await page
      .getByRole('link', { name: /A long subject/ })
      .first()
      .tap()
    const bar = page.getByRole('toolbar', { name: 'Selected messages' })
    await pageExpect(bar.getByText('1 selected')).toBeAttached()
    expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    expect(await small()).toEqual([])

    const panels = [
      ['/text', 'Words'],
      ['/source', 'Fold parts'],
      ['/headers', 'Decoded'],
      ['/parts', 'text/plain'],
      ['/attachments', 'a.txt'],
      ['/test', 'pytest'],
    ] as const
    for (const [tab, words] of panels) {
      await page.goto(`${tests.mailhold().url}/messages/${id}${tab}`)
      await pageExpect(page.getByRole('main').getByText(words).first()).toBeVisible()
      expect([tab, ...(await small())]).toEqual([tab])
    }
  })
})

it('a search that finds nothing is cleared with a click, and nobody is told to choose from it', async () => {
  await tests.compose(mail('Found again'))
  const { page } = await tests.open({ path: '/?q=subject:zzzz' })
  await page.getByRole('heading', { name: 'Nothing matches this search' }).waitFor()
  await pageExpect(page.getByRole('heading', { name: 'No message selected' })).toBeVisible()
  await pageExpect(page.getByText('Choose one from the list')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear the search' }).last().click()

  await pageExpect(page.getByRole('link', { name: /Found again/ })).toBeVisible()
  await pageExpect(page.getByText('Choose one from the list')).toBeVisible()
})

it('an inbox that has no mail yet says what to send it to', async () => {
  await tests.compose(mail('Elsewhere'))
  await fetch(`${tests.mailhold().url}/v1/inboxes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"quiet"}',
  })
  const { page } = await tests.open({ path: '/inboxes/quiet' })

  await pageExpect(page.getByText('Mail to anyone@quiet.mailhold.test lands here.')).toBeVisible()
})

it('every tab of a mail stands whole in a wide window, with files, links and problems to count', async () => {
  const id = await tests.keep(
    'Subject: =?x?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nYour code is 482913\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\n\r\nx\r\n--b--\r\n',
  )
  const { page } = await tests.open({ path: `/messages/${id}` })
  const tabs = page.getByRole('tablist').first()
  await pageExpect(page.getByRole('tab', { name: 'Test this' })).toBeVisible()

  expect(await tabs.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0)
})
