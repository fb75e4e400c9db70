// postal fills the server over SMTP with random mail that carries its own checksum; rabid fetches it and verifies that.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { clientTest } from '../support/client-program.js'

let mailhold: RunningMailhold
let folder: string
beforeEach(async () => {
  mailhold = await startMailhold()
  folder = mkdtempSync(join(tmpdir(), 'mailhold-postal-'))
  writeFileSync(join(folder, 'users'), 'ada@example.com secret\ngrace@example.com secret\n')
})
afterEach(async () => {
  await mailhold.stop()
  rmSync(folder, { recursive: true })
})

const most = 12_000

/** Neither program ends by itself, so it is ended when `isDone`; resolves with all that it wrote. */
async function runUntil(
  isDone: () => Promise<boolean>,
  program: string,
  ...args: readonly string[]
): Promise<string> {
  const child = spawn(program, [...args, 'users'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (octets: Buffer) => {
      said += octets.toString('latin1')
    })
  }
  const closed = once(child, 'close')
  const done = vi.waitFor(async () => expect(await isDone()).toBe(true), { timeout: most, interval: 50 })
  await done.finally(() => end(child, closed))
  return said
}

/** A thread that waits for its server may keep the program from ending when it is asked to. */
async function end(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await closed
  clearTimeout(impatience)
}

/** The checksums in a log; both programs begin the line of a message with its checksum. */
const logged = (name: string): string[] =>
  [...readFileSync(join(folder, name), 'latin1').matchAll(/^[0-9a-f]{32}/gm)].map(([sum]) => sum).sort()

const isQuiet = async (): Promise<boolean> => (await mailhold.status()).openSessions === 0
const messages = async (): Promise<number> => (await mailhold.status()).messages

// What rabid verifies: the MD5 of From, To, Subject, Date, Message-Id and the body, in CRLF form, is what X-PostalHash
// says. postal never writes a dot, so stuffing is left to other tests. rabid logs a checksum only when it was right.
clientTest('rabid', 'finds every checksum that postal made to be right', async () => {
  await runUntil(
    async () => (await messages()) >= 150,
    'postal',
    ...['-t', '2', '-c', '20', '-m', '20', '-r', '3000'],
    `[127.0.0.1]${mailhold.smtp?.port}`,
  )
  // Mail that was on its way when postal ended is kept too.
  await vi.waitFor(async () => expect(await isQuiet()).toBe(true), { timeout: most, interval: 50 })
  const kept = await messages()
  const sent = logged('postal.log')

  const said = await runUntil(
    async () => (await messages()) === 0,
    'rabid',
    ...['-p', '1', `[127.0.0.1]${mailhold.pop3?.port}`],
  )

  const verified = logged('rabid.log')
  expect(said).not.toMatch(/mis-match|error/i)
  expect(readFileSync(join(folder, 'rabid.log'), 'latin1')).not.toMatch(/mis-match/i)
  expect(kept).toBeGreaterThanOrEqual(150)
  expect(verified).toHaveLength(kept)
  // postal may be ended between a mail's reply and its line in the log.
  expect(verified).toEqual(expect.arrayContaining(sent))
})
