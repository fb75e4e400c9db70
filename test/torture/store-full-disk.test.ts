// A disk of 48 MB fills up: refused with storeFull, nothing acknowledged lost, deleting works, and then mail is taken again.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { bodyOf, id, message, type Opened, openIn } from '../store/mail.js'
import { smallDisk } from '../support/small-disk.js'

const disk = smallDisk(48)
const { folder } = disk
afterAll(() => disk.remove())

const size = 200_000

/** Keeps mail until the store refuses; resolves with the hashes of what was acknowledged. */
async function fillUp({ store }: Opened, prefix: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>()
  for (let n = 0; n < 1_000; n += 4) {
    const outcomes = await Promise.allSettled(
      [n, n + 1, n + 2, n + 3].map(async (number) => {
        const octets = new Uint8Array(randomBytes(size))
        const hash = createHash('sha256').update(octets).digest('hex')
        await store.keep(message(`${prefix}${number}`, { size }), octets)
        kept.set(`${prefix}${number}`, hash)
      }),
    )
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    if (refused?.status === 'rejected') {
      expect(refused.reason).toMatchObject({ code: 'storeFull' })
      return kept
    }
  }
  throw new Error('the disk never became full')
}

async function expectAll({ store }: Opened, kept: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, hash] of kept) {
    const octets = Buffer.from(await bodyOf(store, name), 'latin1')
    expect([name, createHash('sha256').update(octets).digest('hex')]).toEqual([name, hash])
  }
}

test.skipIf(!disk.isMounted)(
  'a full disk loses nothing, lets mail be deleted, and then takes mail again',
  async () => {
    let opened = await openIn(folder)
    expect(opened.store.freeSpace()).toBeGreaterThan(20e6)

    const kept = await fillUp(opened, 'a')
    expect(kept.size).toBeGreaterThan(100)
    expect(opened.store.freeSpace()).toBeLessThan(size)
    await expectAll(opened, kept)

    // Somebody else takes the very last octets, so that not even the write-ahead log can grow.
    fillWith(join(folder, 'foreign'))
    const names = [...kept.keys()]
    const gone = names.slice(0, Math.floor(names.length / 2))
    const { changes } = await opened.store.remove({ ids: gone.map(id) }, 'asked')
    expect(changes).toHaveLength(gone.length)
    for (const name of gone) kept.delete(name)
    rmSync(join(folder, 'foreign'))

    await expect.poll(() => opened.store.freeSpace(), { timeout: 20_000, interval: 50 }).toBeGreaterThan(5e6)
    const more = await fillUp(opened, 'b')
    expect(more.size).toBeGreaterThan(20)
    await expectAll(opened, new Map([...kept, ...more]))

    opened = await opened.again()
    await expectAll(opened, new Map([...kept, ...more]))
    await opened.store.close()
    const db = new Database(join(folder, 'mailhold.db'), { readonly: true })
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    db.close()
  },
  90_000,
)

function fillWith(file: string): void {
  for (const piece of [1 << 20, 1 << 16, 4_096]) {
    try {
      for (;;) writeFileSync(file, randomBytes(piece), { flag: 'a' })
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
  expect(existsSync(file) ? statSync(file).size : 0).toBeGreaterThanOrEqual(0)
}
