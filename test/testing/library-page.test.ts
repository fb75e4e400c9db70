import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { isInstalled } from '../support/programs.js'
import { runProgram } from '../support/spawned-node.js'

// The blocks of docs/library.md that need more than a page's usual checks. The others run in test/docs.

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/library.md'), 'utf8')
// inside the package, so that the blocks find it by its name, where nothing is packed or read as source
mkdirSync(join(root, 'coverage'), { recursive: true })
const folder = mkdtempSync(join(root, 'coverage', 'library-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The blocks of a chapter that are marked for this file. */
function blocksOf(chapter: string): readonly string[] {
  const text = page.split(`\n## ${chapter}\n`)[1]?.split('\n## ')[0] ?? ''
  const marked =
    /<!-- check: tested-by file=test\/testing\/library-page\.test\.ts -->\n```\w+\n([\s\S]*?)```/g
  return [...text.matchAll(marked)].map((match) => match[1] ?? '')
}

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** The globals that Jest gives to a test file, around the real expect of Jest. */
const jestGlobals = `
  globalThis.expect = require('expect').expect
  const steps = { before: [], tests: [], after: [] }
  globalThis.beforeAll = (step) => steps.before.push(step)
  globalThis.afterAll = (step) => steps.after.push(step)
  globalThis.test = (name, step) => steps.tests.push(step)
  require('mailhold/jest')
  setImmediate(async () => {
    for (const step of [...steps.before, ...steps.tests, ...steps.after]) await step()
    console.log(steps.tests.length + ' passed')
  })
`

it('the block for Jest holds with Jest’s expect, required', async () => {
  const [block = ''] = blocksOf('Jest')

  const { output } = await runProgram(process.execPath, [write('jest.cjs', jestGlobals + block)])

  expect(output).toBe('1 passed\n')
})

it('the block for Playwright runs in a browser', async ({ skip }) => {
  skip(!isInstalled('chromium'), 'needs chromium')
  const [block = ''] = blocksOf('Playwright')
  write('mail.check.ts', block)
  const config = write(
    'playwright.config.ts',
    `export default { testMatch: '*.check.ts', outputDir: './out', reporter: 'line', use: { launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] } } }`,
  )

  const words = ['test', '--config', config]
  const { code, output } = await runProgram(join(root, 'node_modules/.bin/playwright'), words, {
    limit: 60_000,
  })

  expect(output).toContain('1 passed')
  expect(code).toBe(0)
}, 60_000)

it('the block for Vitest’s global set-up starts a server and stops it', async () => {
  const block = page.split('\n## Vitest\n')[1]?.match(/```ts\n([\s\S]*?)```/)?.[1] ?? ''
  const program = `
    import { createClient } from 'mailhold'
    ${block.replace('export default ', '')}
    const stop = await start()
    console.log(await createClient().inbox().queryMail(), Number(process.env.SMTP_PORT) > 0)
    await stop()`

  const { output } = await runProgram(process.execPath, [write('set-up.mjs', program)])

  expect(output).toBe('null true\n')
})

it('the blocks for Cypress use only commands and exports that are there', async () => {
  const [config = '', spec = ''] = blocksOf('Cypress')
  const commands = readFileSync(join(root, 'dist/testing/cypress/commands.d.ts'), 'utf8')
  const plugin: object = await import('#mailhold/testing/cypress-plugin.js')
  const own = [...spec.matchAll(/cy\.(\w+)\(/g)].map((match) => match[1] ?? '')

  expect(own.filter((name) => !commands.includes(`${name}(`))).toEqual(['visit', 'get', 'visit'])
  expect(own.length).toBeGreaterThan(4)
  expect(plugin).toHaveProperty(
    /import \{ (\w+) \} from 'mailhold\/cypress\/plugin'/.exec(config)?.[1] ?? '?',
  )
})
