import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect as pageExpect } from '@playwright/test'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seriousFindings } from './axe.js'
import { pageTests } from './open-page.js'

const tests = pageTests()
const run = promisify(execFile)
const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

const mail = {
  from: "O'Brien Shop <shop@example.com>",
  to: ['ada@testthis.mailhold.test'],
  subject: 'Order 10428 of 2026-11-23: your code is 482913, "Ada"',
  text: 'Your code is 482913.',
  html: '<p>Your code is 482913. <a href="https://example.com/t?id=77ab12">Track your parcel</a></p>',
  attachments: [{ filename: 'invoice-10428.pdf', contentType: 'application/pdf', content: 'JVBERi0=' }],
}

/** What the tab of a tool says of the mail. */
async function snippet(tool: string): Promise<string> {
  const id = await tests.compose(mail)
  const { page } = await tests.open({ path: `/inboxes/testthis/messages/${id}/test` })
  await page.getByRole('tab', { name: tool }).click()
  await page.getByRole('tabpanel', { name: tool }).getByRole('button', { name: 'Copy' }).click()
  await pageExpect(page.getByText('Copied')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mailhold-test-this-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

describe('"Test this"', () => {
  it('leaves out what is another value the next time', async () => {
    const text = await snippet('YAML')

    expect(text).toContain('subject: {"glob":"Order * of *: your code is *, \\"Ada\\""}')
    expect(text).toContain('attachment: "invoice-*.pdf"')
    expect(text).toContain('link: "Track your parcel"')
    expect(text).toContain('code: {"exists":true}')
    expect(text).not.toMatch(/482913|10428|77ab12/)
  })

  it('gives a file that the command line takes', async () => {
    const path = join(folder(), 'mail.yml')
    writeFileSync(path, await snippet('YAML'))

    const { stdout } = await run(process.execPath, [cli, 'assert', '--url', tests.mailhold().url, '-f', path])

    expect(stdout).toContain('the mail comes')
  })

  it('gives a line for a shell', async () => {
    const line = await snippet('curl')

    const { stdout } = await run('sh', ['-c', line])

    expect(stdout).toMatch(/^\d+ mails? matched/)
  })

  it('gives a function for pytest', async () => {
    const code = `${await snippet('pytest')}\ntest_the_mail_comes()\nprint("passed")\n`

    const { stdout } = await run('python3', ['-c', code])

    expect(stdout.trim()).toBe('passed')
  })

  it.each(['Vitest', 'Playwright'])('gives a test for %s that reads as one', async (tool) => {
    const code = await snippet(tool)

    expect(code).toContain(`from 'mailhold/${tool.toLowerCase()}'`)
    expect(code).toContain(`from: 'shop@example.com',`)
    expect(code).toContain(`code: { exists: true },`)
    expect(code).not.toMatch(/482913|10428/)
  })

  it('is there for everybody', async () => {
    const id = await tests.compose(mail)
    const { page } = await tests.open({ path: `/messages/${id}/test`, width: 'phone', scheme: 'dark' })
    await pageExpect(page.getByRole('tab', { name: 'YAML' })).toBeVisible()

    expect(await seriousFindings(page)).toEqual([])
  })
})
