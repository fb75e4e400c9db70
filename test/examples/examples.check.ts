import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ended, runProgram } from '../support/spawned-node.js'
import { installExamples } from './installed-examples.js'

// The examples as their reader runs them, with the packed Mailhold.

const browser = process.env.MAILHOLD_CHROMIUM ?? '/usr/bin/chromium'
const limit = 120_000

let folder: string
beforeAll(async () => {
  folder = await installExamples()
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const runIn = (example: string, command: string, ...words: readonly string[]): Promise<Ended> =>
  runProgram(command, words, { cwd: join(folder, example), env: { CHROMIUM: browser, NO_COLOR: '1' }, limit })

test.for([
  { example: 'vitest', says: /Tests {2}6 passed \(6\)/ },
  { example: 'jest', says: /^Tests: +6 passed, 6 total$/m },
  { example: 'node-test', says: /^# pass 6$/m },
  { example: 'playwright', says: /^ *6 passed/m, needs: browser },
  { example: 'curl', says: /(?:^ok: .+\n(?:0 mails.+\n)?){6}/m },
])('$example passes its six cases', async ({ example, says, needs = folder }, { skip }) => {
  skip(!existsSync(needs), `needs ${needs}`)
  const { code, output } = await runIn(example, 'npm', 'test', '--silent')

  expect(output).toMatch(says)
  expect(code).toBe(0)
})

test.each(['cypress', 'playwright'])('the types of %s know what the example uses', async (example) => {
  expect(await runIn(example, join(folder, 'node_modules/.bin/tsc'), '-p', '.')).toEqual({
    code: 0,
    output: '',
  })
})

test('the example for Cypress passes its six cases with a stand-in for cy', async ({ skip }) => {
  skip(!existsSync(browser), `needs ${browser}`)
  const standIn = fileURLToPath(new URL('cypress/run.mjs', import.meta.url))

  const { code, output } = await runIn('cypress', process.execPath, standIn)

  expect(output).toBe(
    [
      'ok: a sign-up sends a link',
      'ok: a second request sends another code',
      'ok: a forgotten password is chosen anew',
      'ok: an unknown address gets no mail',
      'ok: an order comes with its invoice',
      'ok: the lessons come in order',
      '',
    ].join('\n'),
  )
  expect(code).toBe(0)
})

test('with its default settings Jest shows the story first', async () => {
  mkdirSync(join(folder, 'late'))
  writeFileSync(join(folder, 'late/package.json'), '{"jest":{"setupFilesAfterEnv":["mailhold/jest"]}}')
  writeFileSync(
    join(folder, 'late/late.test.js'),
    `const { startMailhold } = require('mailhold/server')
    let mailhold
    beforeAll(async () => { mailhold = await startMailhold(); await mailhold.ready() })
    afterAll(() => mailhold.stop())
    test('mail', async () => { await expect(mailhold.inbox()).toReceive({ subject: 'Hello' }) })`,
  )

  const { code, output } = await runIn('late', join(folder, 'node_modules/.bin/jest'))

  expect(code).toBe(1)
  expect(output).toMatch(/subject equals "Hello"\s+but none came within 4(?:\.\d)? s/)
  expect(output).not.toMatch(/timed? ?out|exceeded/i)
})
