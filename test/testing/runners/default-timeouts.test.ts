import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { runProgram } from '../../support/spawned-node.js'

// With each runner's default settings: the server's story is printed, not the runner's "timed out". Jest's own run stands
// with its example, for it is installed there. The server has answered once before: the limit is that of a test alone.

const root = fileURLToPath(new URL('../../..', import.meta.url))
// inside the package, so that it finds itself and the runners by their names, where nothing is packed or read as source
mkdirSync(join(root, 'coverage'), { recursive: true })
const folder = mkdtempSync(join(root, 'coverage', 'runners-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const runners = [
  {
    name: 'Vitest',
    files: {
      'vitest/vitest.config.mjs': "export default { test: { include: ['*.check.mjs'] } }",
      'vitest/mail.check.mjs': `
        import { expect, test } from 'vitest'
        import { startMailhold } from 'mailhold/server'
        import 'mailhold/vitest'
        const mailhold = await startMailhold()
        await mailhold.ready()
        test('mail', async () => { await expect(mailhold.inbox()).toReceive({ subject: 'Hello' }) })`,
    },
    command: ['node_modules/.bin/vitest', 'run', '--root', join(folder, 'vitest')],
  },
  {
    name: 'node:test',
    files: {
      'node/mail.mjs': `
        import { after, test } from 'node:test'
        import { startMailhold } from 'mailhold/server'
        import { assertReceives } from 'mailhold/node-test'
        const mailhold = await startMailhold()
        await mailhold.ready()
        after(() => mailhold.stop())
        test('mail', async () => { await assertReceives(mailhold.inbox(), { subject: 'Hello' }) })`,
    },
    command: [process.execPath, '--test', join(folder, 'node/mail.mjs')],
  },
  {
    name: 'Playwright',
    files: {
      'playwright/playwright.config.mjs':
        "export default { testMatch: '*.check.mjs', outputDir: './out', reporter: 'line' }",
      'playwright/mail.check.mjs': `
        import { expect, test } from 'mailhold/playwright'
        // its own limit is 30 s; a suite that asks for little has 5 s, as in the other runners
        test.setTimeout(5000)
        test.beforeAll(({ mailhold }) => mailhold.ready())
        test('mail', async ({ inbox }) => {
          await expect(inbox).toReceive({ subject: 'Hello' })
        })`,
    },
    command: [
      'node_modules/.bin/playwright',
      'test',
      '--config',
      join(folder, 'playwright/playwright.config.mjs'),
    ],
  },
]

it.each(runners)(
  '$name shows the story first',
  async ({ files, command }) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }

    const [program = '', ...words] = command
    const { code, output } = await runProgram(program, words, { limit: 60_000 })

    expect(code).toBe(1)
    expect(output).toMatch(
      /Expected at least 1 mail in inbox w\d-[a-z2-9]{8} with\s+subject equals "Hello"\s+but none came within 4(?:\.\d)? s/,
    )
    expect(output).toContain('no SMTP connection came during the wait')
    expect(output).not.toMatch(/timed? ?out/i)
  },
  60_000,
)
