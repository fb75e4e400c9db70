import { type Page, expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { pageTests } from './open-page.js'

const tests = pageTests()
const megabyte = 1_000_000

/** Milliseconds that the longest task held the page up for. */
const longestTask = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let longest = 0
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
        })
        observer.observe({ type: 'longtask', buffered: true })
        // entries come in a task of their own; a frame later those of before are there
        requestAnimationFrame(() => setTimeout(() => resolve(longest)))
      }),
  )

const lines = (text: string, octets: number): string => `${text}\r\n`.repeat(octets / (text.length + 2))

const kinds: Readonly<Record<string, () => string>> = {
  'with an attachment of 40 MB': () =>
    [
      'Subject: Big',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the file.',
      '--b',
      'Content-Type: application/octet-stream',
      'Content-Disposition: attachment; filename=big.bin',
      'Content-Transfer-Encoding: base64',
      '',
      lines('QUJD'.repeat(19), 40 * megabyte),
      '--b--',
    ].join('\r\n'),
  'with 30 MB of HTML and 15 MB of text': () =>
    [
      'Subject: Big',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      lines('Words and more words in a line of text that goes on.', 15 * megabyte),
      '--b',
      'Content-Type: text/html',
      '',
      lines('<p>Words in <b>HTML</b> and <a href="https://a.example/">links</a> in it.</p>', 30 * megabyte),
      '--b--',
    ].join('\r\n'),
  'with one line of 12 MB': () => `Subject: Big\r\n\r\n${'x'.repeat(12 * megabyte)}`,
}

describe('a huge mail', () => {
  it.each(Object.entries(kinds))(
    '%s opens on every tab without holding the page up',
    async (kind, raw) => {
      const id = await tests.keep(raw())
      const { page, errors } = await tests.open({ path: `/messages/${id}` })
      const took: Record<string, number> = {}

      await pageExpect(page.getByRole('heading', { name: 'Big', level: 1 })).toBeVisible({ timeout: 20_000 })
      for (const tab of [
        'Preview',
        'Text',
        'Source',
        'Headers',
        'Parts',
        'Attachments',
        'Links & codes',
        'Problems',
      ]) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
        await pageExpect(page.getByRole('tabpanel')).not.toBeEmpty()
        if (tab === 'Source')
          await pageExpect(page.getByText(/^The first .* of /)).toBeVisible({ timeout: 30_000 })
        took[tab] = Math.round(await longestTask(page))
      }

      console.info(`longest task so far, ms, ${kind}: ${JSON.stringify(took)}`)
      // a machine that does other things meanwhile is slower; a frozen page takes seconds
      expect(Math.max(...Object.values(took))).toBeLessThan(500)
      expect(errors).toEqual([])
    },
    120_000,
  )

  it('draws HTML of many megabytes only when asked', async () => {
    const id = await tests.keep(
      `Subject: Big\r\nContent-Type: text/html\r\n\r\n${lines('<p>word</p>', 3 * megabyte)}`,
    )
    const { page } = await tests.open({ path: `/messages/${id}` })

    await pageExpect(page.getByRole('heading', { name: /^The HTML of this mail is 3 MB/ })).toBeVisible()
    await page.getByRole('button', { name: 'Show it anyway' }).click()

    await pageExpect(page.frameLocator('.preview-frame').getByText('word').first()).toBeVisible({
      timeout: 30_000,
    })
  }, 60_000)
})
