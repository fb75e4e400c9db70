import { expect as pageExpect } from '@playwright/test'
import { expect, it } from 'vitest'
import { pageTests } from './open-page.js'

const tests = pageTests()

it('a mail of text alone has addresses that can be followed, each as it was found in the mail', async () => {
  const id = await tests.compose({
    from: 'app@example.com',
    to: 'ada@example.com',
    subject: 'Reset',
    text: 'Go (https://app.example/reset?t=abc_), or to\nhttps://app.example/help.\n<script>alert(1)</script> javascript:alert(1)',
  })
  const { page, errors } = await tests.open({ path: `/messages/${id}` })
  const text = page.getByRole('document', { name: 'Text' })

  await pageExpect(text).toContainText('Go (https://app.example/reset?t=abc_), or to')
  const links = text.getByRole('link')
  await pageExpect(links).toHaveText(['https://app.example/reset?t=abc_', 'https://app.example/help'])
  await pageExpect(links.first()).toHaveAttribute('href', 'https://app.example/reset?t=abc_')
  await pageExpect(links.first()).toHaveAttribute('rel', 'noopener noreferrer')
  await pageExpect(text).toContainText('<script>alert(1)</script> javascript:alert(1)')
  expect(errors).toEqual([])
})
