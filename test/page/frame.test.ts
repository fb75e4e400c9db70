import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './axe.js'
import { type Opening, pageTests } from './open-page.js'

const tests = pageTests({ basePath: '/mail' })
const everyLook: Opening[] = (['wide', 'middle', 'phone'] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

describe('the frame', () => {
  it.each(everyLook)(
    'shows list and mail at $width in $scheme, with nothing in the way of anybody',
    async (look) => {
      await tests.compose({
        from: 'Shop <shop@example.com>',
        to: ['ada@example.com'],
        subject: 'Your order',
        html: '<p>Hi</p>',
      })
      const { page, errors } = await tests.open(look)
      const row = page.getByRole('link', { name: /Your order/ }).first()

      await pageExpect(row).toBeVisible()
      const inList = await seriousFindings(page)
      await row.click()
      await pageExpect(page.getByRole('heading', { name: 'Your order', level: 1 })).toBeVisible()
      const inMail = await seriousFindings(page)

      expect(inList).toEqual([])
      expect(inMail).toEqual([])
      expect(errors).toEqual([])
    },
  )

  it('has an address for every place, and goes back to where it was', async () => {
    const id = await tests.compose({
      from: 'a@example.com',
      to: ['ada@w7.mailhold.test'],
      subject: 'Deep',
      text: 'x',
    })
    const { page } = await tests.open({ path: `/inboxes/w7/messages/${id}/headers` })

    await pageExpect(page.getByRole('tab', { name: /^Headers/ })).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('link', { name: /All mail/ }).click()
    await pageExpect(page).toHaveURL(/\/mail\/$/)
    await page.goBack()

    await pageExpect(page.getByRole('heading', { name: 'Deep', level: 1 })).toBeVisible()
  })

  it('shows mail that comes while it is open, and counts what is unread in its title', async () => {
    const { page } = await tests.open({ path: '/inboxes/live' })

    await tests.compose({
      from: 'a@example.com',
      to: ['ada@live.mailhold.test'],
      subject: 'Just in',
      text: 'x',
    })

    await pageExpect(page.getByRole('link', { name: /Just in/ })).toBeVisible()
    await pageExpect(page).toHaveTitle(/^\(\d+\) Mailhold$/)
  })
})
