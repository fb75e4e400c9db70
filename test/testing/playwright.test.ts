import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { runProgram } from '../support/spawned-node.js'

// Without MAILHOLD_URL, and in a browser: test/testing/library-page.test.ts.

const root = fileURLToPath(new URL('../..', import.meta.url))
// inside the package, so that the tests find it by its name, where nothing is packed or read as source
mkdirSync(join(root, 'coverage'), { recursive: true })
const folder = mkdtempSync(join(root, 'coverage', 'playwright-'))

const config = `export default { testMatch: '*.check.ts', outputDir: './out', workers: 2, fullyParallel: true, reporter: [['json', { outputFile: 'report.json' }]] }`
const checks = `
import { mergeTests, test as base } from '@playwright/test'
import { expect, test as mailTest } from 'mailhold/playwright'

const test = mergeTests(mailTest, base.extend<{ person: string }>({ person: 'ada' }))
const send = (mailhold, inbox, person) => mailhold.compose({
  from: 'app@example.com', to: inbox.address(person), subject: 'Hello', html: '<p>Hello 482913</p>' })

test('passes', async ({ inbox, mailhold, person }) => {
  expect(mailhold.url).toBe(process.env.MAILHOLD_URL)
  expect(mailhold.smtp).toEqual({ host: '127.0.0.1', port: Number(process.env.SMTP_PORT) })
  await send(mailhold, inbox, person)
  await expect(inbox).toReceive({ to: inbox.address('ada') })
  await expect(await inbox.getMail()).not.toHaveSubject('Bye')
})

test('fails', async ({ inbox, mailhold, person }) => {
  await send(mailhold, inbox, person)
  await expect(inbox).toReceive({ subject: 'hello' }, { timeout: 0 })
})

test('has a snapshot', async ({ inbox, mailhold, person }) => {
  await send(mailhold, inbox, person)
  expect(await inbox.getMail()).toMatchMailSnapshot({ name: 'hello.txt' })
})
`

interface Result {
  readonly status: string
  readonly attachments: readonly { name: string; contentType: string; body?: string }[]
}

let server: RunningMailhold
let results: ReadonlyMap<string, Result>

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  writeFileSync(join(folder, 'playwright.config.ts'), config)
  writeFileSync(join(folder, 'mail.check.ts'), checks)
  const env = { MAILHOLD_URL: server.url, SMTP_PORT: String(server.smtp?.port) }
  const words = ['test', '--config', join(folder, 'playwright.config.ts'), '--update-snapshots=all']
  await runProgram(join(root, 'node_modules/.bin/playwright'), words, { env, limit: 90_000 })
  const [suite] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).suites
  results = new Map(
    suite.specs.map(
      ({ title, tests }: { title: string; tests: readonly { results: readonly Result[] }[] }) => [
        title,
        tests[0]?.results[0],
      ],
    ),
  )
}, 100_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the fixtures', () => {
  it('use the server at MAILHOLD_URL, join with others, and attach nothing to a test that passes', () => {
    expect(results.get('passes')).toMatchObject({ status: 'passed', attachments: [] })
  })

  it('attach the story and the mail to a test that fails', () => {
    const { status, attachments = [] } = results.get('fails') ?? {}
    const attached = new Map(
      attachments.map(({ name, body = '' }) => [name, Buffer.from(body, 'base64').toString()]),
    )

    expect(status).toBe('failed')
    expect(attached.get('mailhold.txt')).toMatch(
      /^Expected at least 1 mail[\s\S]*differs only in case[\s\S]*Mail in inbox w\d-[a-z2-9]{8}:\n {2}\S+ "Hello" to ada@/,
    )
    expect(attached.get('mail-1.eml')).toContain('Subject: Hello\r\n')
    expect(attached.get('mail-1.html')).toContain('<p>Hello 482913</p>')
  })

  it('write snapshots of mail', () => {
    const path = join(folder, 'mail.check.ts-snapshots', `hello-${process.platform}.txt`)

    expect(results.get('has a snapshot')?.status).toBe('passed')
    expect(readFileSync(path, 'utf8')).toBe('Subject: Hello\n\n<p>\n  Hello 482913\n</p>')
  })
})
