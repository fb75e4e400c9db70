// kill -9 at any moment: what was acknowledged is there, once, and whole.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bodyOf, openIn, temporaryFolder } from '../store/mail.js'

const child = fileURLToPath(new URL('./store-sender.mjs', import.meta.url))

/** Lets a process keep mail until so many were acknowledged, kills it, and resolves with what it was told was kept. */
async function killAfter(folder: string, round: number, acknowledged: number): Promise<Map<string, string>> {
  const sender = spawn(process.execPath, [child, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kept = new Map<string, string>()
  const ended = new Promise((resolve) => sender.once('exit', resolve))
  for await (const line of createInterface({ input: sender.stdout })) {
    const [name = '', hash = ''] = line.split(' ')
    kept.set(name, hash)
    if (kept.size === acknowledged) sender.kill('SIGKILL')
  }
  await ended
  return kept
}

test('after kill -9 every acknowledged message is there exactly once, and the database is sound', async () => {
  const folder = temporaryFolder()
  const all = new Map<string, string>()

  for (let round = 0; round < 5; round++) {
    const kept = await killAfter(folder, round, 37 + 61 * round)
    expect(kept.size).toBeGreaterThanOrEqual(37)
    for (const [name, hash] of kept) all.set(name, hash)

    const { store } = await openIn(folder)
    for (const [name, hash] of all) {
      const body = Buffer.from(await bodyOf(store, name), 'latin1')
      expect([name, createHash('sha256').update(body).digest('hex')]).toEqual([name, hash])
    }
    const { messages, newestSeq } = await store.stats()
    expect(messages).toBeGreaterThanOrEqual(all.size)
    expect(await store.changesAfter(newestSeq - 1, 10)).toHaveLength(1)
    await store.close()

    const db = new Database(join(folder, 'mailhold.db'))
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.prepare('select count(*) as n from pending').get()).toEqual({ n: 0 })
    expect(
      db.prepare("insert into search_index (search_index, rank) values ('integrity-check', 0)").run().changes,
    ).toBeDefined()
    db.close()
  }
  rmSync(folder, { recursive: true })
}, 120_000)
