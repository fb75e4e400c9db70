import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { api } from '../support/api.js'
import { openSender } from '../support/smtp-sender.js'
import { spawnMailhold } from '../support/spawned.js'

const rounds = 20
const senders = 20
const folder = mkdtempSync(join(tmpdir(), 'mailhold-kill-'))
const options = ['--data', folder, '--max-messages', '1000000']
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')

/** Sends until the connection breaks; tells the digest of each message that was acknowledged. */
async function sendUntilKilled(port: number, onAcknowledged: (digest: string) => void): Promise<void> {
  try {
    const sender = await openSender(port)
    while (true) {
      const size = randomInt(10) === 0 ? 700_000 : randomInt(20_000)
      const octets = Buffer.from(`Subject: kill\r\n\r\n${randomBytes(size / 2).toString('hex')}\r\n`)
      const reply = await sender.deliver(octets)
      if (reply.code === 250) onAcknowledged(sha256(octets))
    }
  } catch {
    // the server was killed, as planned
  }
}

function keptDigests(): string[] {
  const database = new Database(join(folder, 'mailhold.db'), { readonly: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const rows = database.prepare('select sha256 from message').pluck().all()
  database.close()
  return rows.map((digest) => (Buffer.isBuffer(digest) ? digest.toString('hex') : String(digest)))
}

test(`every acknowledged message is there exactly once after ${rounds} kills under load`, {
  timeout: 240_000,
}, async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const mailhold = await spawnMailhold(options)
    let left = 1 + randomInt(60)
    const note = (digest: string) => {
      acknowledged.add(digest)
      left -= 1
      if (left === 0) process.kill(mailhold.pid, 'SIGKILL')
    }
    await Promise.all(Array.from({ length: senders }, () => sendUntilKilled(mailhold.smtp, note)))
    await mailhold.end('SIGKILL')
  }
  const reopened = await spawnMailhold(options)
  const { counts } = await api(reopened.url).status()
  await reopened.end()
  const kept = keptDigests()
  const once = new Set(kept)

  expect(acknowledged.size).toBeGreaterThan(rounds)
  expect([...acknowledged].filter((digest) => !once.has(digest))).toEqual([])
  expect(kept).toHaveLength(once.size)
  expect(counts.messages).toBeGreaterThanOrEqual(acknowledged.size)
  expect(execFileSync('ls', [folder]).toString()).not.toContain('damaged')
})
