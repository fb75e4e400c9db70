import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from './axe.js'
import { pageTests } from './open-page.js'

const tests = pageTests()
let count = 0

/** An inbox of its own with mails of these subjects, the last one on top. */
async function inboxWith(...subjects: string[]): Promise<string> {
  count += 1
  const inbox = `list${count}`
  for (const subject of subjects)
    await tests.compose({
      from: 'a@example.com',
      to: [`ada@${inbox}.mailhold.test`],
      subject,
      text: `About ${subject}`,
    })
  return inbox
}

const rows = /About/

describe('the list', () => {
  it('opens messages with j and k, and goes back with Escape', async () => {
    const inbox = await inboxWith('One', 'Two')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    await pageExpect(page.getByRole('link', { name: rows })).toHaveCount(2)

    await page.keyboard.press('j')
    await pageExpect(page.getByRole('heading', { level: 1, name: 'Two' })).toBeVisible()
    await page.keyboard.press('j')
    await pageExpect(page.getByRole('heading', { level: 1, name: 'One' })).toBeVisible()
    await page.keyboard.press('k')
    await pageExpect(page.getByRole('heading', { level: 1, name: 'Two' })).toBeVisible()
    await page.keyboard.press('Escape')

    await pageExpect(page.getByText('No message selected')).toBeVisible()
  })

  it('deletes with #, and undo brings it back before anybody was asked', async () => {
    const inbox = await inboxWith('Keep me', 'Delete me')
    const { page, requests } = await tests.open({ path: `/inboxes/${inbox}` })
    await page.getByRole('link', { name: /Delete me/ }).click()

    await page.keyboard.press('#')
    await pageExpect(page.getByRole('link', { name: /Delete me/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()

    await pageExpect(page.getByRole('link', { name: /Delete me/ })).toBeVisible()
    expect(requests.filter((url) => url.includes('ids='))).toEqual([])
  })

  it('deletes for good when the time to undo is over', async () => {
    const inbox = await inboxWith('Gone')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    await page.getByRole('link', { name: /Gone/ }).click()
    await page.keyboard.press('#')

    await pageExpect
      .poll(
        async () =>
          (await (await fetch(`${tests.mailhold().url}/v1/messages?inbox=${inbox}`)).json()).messages,
        {
          timeout: 10_000,
        },
      )
      .toEqual([])
  })

  it('chooses with the keyboard and with shift, and marks, tags and exports what is chosen', async () => {
    const inbox = await inboxWith('A', 'B', 'C', 'D')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    const row = (subject: string) =>
      page.getByRole('link', { name: new RegExp(`\\b${subject}\\b.*About ${subject}`) })

    await row('D').hover()
    await page.getByRole('checkbox', { name: 'Select D' }).check()
    await row('B').click({ modifiers: ['Shift'] })
    const bar = page.getByRole('toolbar', { name: 'Selected messages' })
    await pageExpect(bar.getByText('3 selected')).toBeVisible()
    await bar.getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('textbox', { name: 'Tag name' }).fill('urgent')
    await page.keyboard.press('Enter')

    await pageExpect(row('C').getByText('urgent')).toBeVisible()
    await pageExpect(row('A').getByText('urgent')).toHaveCount(0)
    await pageExpect(page.getByRole('navigation').getByRole('link', { name: /urgent/ })).toBeVisible()
    await bar.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export as mbox' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.mbox$/)
    await page.keyboard.press('Escape')
    await pageExpect(bar).toHaveCount(0)
  })

  it('deletes everything that a list shows, but nothing that comes afterwards', async () => {
    const inbox = await inboxWith('Old 1', 'Old 2')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    await pageExpect(page.getByRole('link', { name: /Old 1/ })).toBeVisible()

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete all of these' }).click()
    await pageExpect(page.getByText('No mail here yet')).toBeVisible()
    await tests.compose({
      from: 'a@example.com',
      to: [`ada@${inbox}.mailhold.test`],
      subject: 'Newer',
      text: 'About Newer',
    })

    await pageExpect(page.getByRole('link', { name: /Newer/ })).toBeVisible({ timeout: 10_000 })
    await pageExpect(page.getByRole('link', { name: /Old/ })).toHaveCount(0)
  })

  it('does not jump when mail comes while it is scrolled: a button says how much is new', async () => {
    const inbox = await inboxWith(...Array.from({ length: 40 }, (_, at) => `Mail ${at}`))
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    const list = page.getByRole('list', { name: 'Messages' })
    await pageExpect(list.getByRole('link', { name: /Mail 39/ })).toBeVisible()
    await list.evaluate((rowsOfList) => rowsOfList.parentElement?.scrollTo({ top: 800 }))
    const shown = list.getByRole('link', { name: /Mail 27/ })
    const before = await shown.boundingBox()

    await tests.compose({
      from: 'a@example.com',
      to: [`ada@${inbox}.mailhold.test`],
      subject: 'Fresh',
      text: 'x',
    })
    const pill = page.getByRole('button', { name: '1 new' })
    await pageExpect(pill).toBeVisible()
    expect(await shown.boundingBox()).toEqual(before)
    await pill.click()

    await pageExpect(list.getByRole('link', { name: /Fresh/ })).toBeVisible()
  })

  it('reads further pages on the way down, and keeps few rows on the page', async () => {
    const { page } = await tests.open()
    await pageExpect(page.getByRole('list', { name: 'Messages' }).getByRole('listitem').first()).toBeVisible()

    expect(await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').count()).toBeLessThan(40)
  })
})

describe('search', () => {
  it('completes fields and names, and shows what is found under an address of its own', async () => {
    const inbox = await inboxWith('Invoice 7', 'Welcome')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    await page.keyboard.press('/')
    const box = page.getByRole('combobox', { name: 'Search mail' })
    await pageExpect(page.getByRole('region', { name: 'What can be searched' })).toBeVisible()

    await box.pressSequentially('subj')
    await pageExpect(page.getByRole('option', { name: /subject:/ })).toBeVisible()
    await page.keyboard.press('Tab')
    await box.pressSequentially('invoice')
    await page.keyboard.press('Enter')

    await pageExpect(page).toHaveURL(/q=subject%3Ainvoice/)
    await pageExpect(page.getByRole('link', { name: /Invoice 7/ })).toBeVisible()
    await pageExpect(page.getByRole('link', { name: /Welcome/ })).toHaveCount(0)
  })

  it('shows new mail that it finds', async () => {
    const inbox = await inboxWith('Invoice 1')
    const { page } = await tests.open({ path: `/inboxes/${inbox}?q=subject:invoice` })
    await pageExpect(page.getByRole('link', { name: /Invoice 1/ })).toBeVisible()

    await tests.compose({
      from: 'a@example.com',
      to: [`ada@${inbox}.mailhold.test`],
      subject: 'Other',
      text: 'x',
    })
    await tests.compose({
      from: 'a@example.com',
      to: [`ada@${inbox}.mailhold.test`],
      subject: 'Invoice 2',
      text: 'x',
    })

    await pageExpect(page.getByRole('link', { name: /Invoice 2/ })).toBeVisible()
    await pageExpect(page.getByRole('link', { name: /Other/ })).toHaveCount(0)
  })

  it('says what is wrong with a search, at its place', async () => {
    const { page } = await tests.open({ path: '/?q=from:ada%20nosuch:x' })

    const alert = page.getByRole('alert')
    await pageExpect(alert).toContainText('there is no field nosuch:')
    await pageExpect(alert.locator('mark')).toHaveText('nosuch:x')
    expect(await seriousFindings(page)).toEqual([])
  })

  it('is kept, renamed and removed', async () => {
    const { page } = await tests.open({ path: '/?q=subject:saved' })
    await page.getByRole('button', { name: 'Save this search' }).click()
    const sidebar = page.getByRole('navigation', { name: 'Inboxes' })
    await pageExpect(sidebar.getByRole('link', { name: 'subject:saved' })).toBeVisible()

    await sidebar.getByRole('button', { name: 'Change subject:saved' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('My search')
    await page.keyboard.press('Enter')
    await page.reload()
    await pageExpect(sidebar.getByRole('link', { name: 'My search' })).toBeVisible()
    await sidebar.getByRole('button', { name: 'Change My search' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()

    await pageExpect(sidebar.getByRole('link', { name: 'My search' })).toHaveCount(0)
  })
})

describe('the sidebar', () => {
  it('deletes an inbox only after asking', async () => {
    const inbox = await inboxWith('Doomed')
    const { page } = await tests.open({ path: `/inboxes/${inbox}` })
    const askToDelete = async () => {
      await page.getByRole('button', { name: `Change inbox ${inbox}` }).click()
      await page.getByRole('menuitem', { name: `Delete ${inbox}` }).click()
    }
    await askToDelete()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await pageExpect(page.getByRole('link', { name: /Doomed/ })).toBeVisible()

    await askToDelete()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: `Delete ${inbox}`, exact: true })
      .click()

    await pageExpect(
      page.getByRole('navigation').getByRole('link', { name: inbox, exact: true }),
    ).toHaveCount(0)
  })
})
