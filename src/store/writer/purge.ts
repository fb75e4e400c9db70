// Housekeeping between groups: takes away the bodies and index rows of removed mail, and what else is past its time.

import type { Database } from 'better-sqlite3'
import type { Work } from './work.js'

/** What one slice may do, so that mail never waits long for it. */
const sliceOctets = 1024 * 1024
const chunksAtOnce = 4
const sliceMilliseconds = 10
const rowsPerSlice = 500

/** How often old changes and sessions are looked for. */
const pruneEvery = 60_000

export interface Purge {
  /** Does a slice of the work; true when there is more. */
  step(): boolean
  /** Something was removed. */
  wake(): void
}

export function createPurge(db: Database, work: Work): Purge {
  let garbageMayExist = true
  let prunedAt = 0
  const sweep = db.transaction(() => sweepSlice(work))
  const prune = db.transaction(() => pruneSlice(work))
  return {
    wake() {
      garbageMayExist = true
    },
    step() {
      if (garbageMayExist) garbageMayExist = sweep.immediate()
      if (garbageMayExist) return true
      if (Date.now() - prunedAt < pruneEvery) return false
      const more = prune.immediate()
      if (!more) prunedAt = Date.now()
      return more
    },
  }
}

function sweepSlice({ tables }: Work): boolean {
  const { chunks, messages, searchIndex } = tables
  const deadline = performance.now() + sliceMilliseconds
  let left = sliceOctets
  while (left > 0 && performance.now() < deadline) {
    const garbage = chunks.nextGarbage()
    if (!garbage) return false
    const sizes = chunks.removeSome(garbage.body, chunksAtOnce)
    for (const size of sizes) left -= size
    if (sizes.length === chunksAtOnce) continue
    if (garbage.message !== null) {
      searchIndex.remove(garbage.message)
      messages.removeFacts(garbage.message)
    }
    chunks.forgetGarbage(garbage.body)
  }
  return true
}

function pruneSlice({ tables, ledger }: Work): boolean {
  const changes = tables.changes.prune(ledger.now(), rowsPerSlice)
  const sessions = tables.sessions.prune(rowsPerSlice)
  return changes === rowsPerSlice || sessions === rowsPerSlice
}
