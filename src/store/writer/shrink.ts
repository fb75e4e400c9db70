// Gives room inside the database back to the disk when much of it is empty.

import type { Database } from 'better-sqlite3'

/** Pages given back in one slice. */
const pagesPerSlice = 256

/** Empty pages are left for new mail until they are many, and a good part of the file. */
const emptyAtLeast = 4_096
const emptyShare = 0.25

/** What is left even when the disk is short of room. */
const emptyAtLeastWhenTight = 64

/** How many pages of the database are empty; asked after every commit, and so prepared once. */
export function freePages(db: Database): () => number {
  const count = db.prepare<[], number>('pragma freelist_count').pluck()
  return () => count.get() ?? 0
}

/**
 * A step gives a slice back; true when there is more. The file becomes shorter only when the write-ahead log is copied
 * into it, and on a full disk no mail comes that would bring that about: so it is done when the last slice is through.
 * @param isTight whether the disk needs every page it can get
 */
export function shrinker(db: Database, isTight: () => boolean): () => boolean {
  const empty = freePages(db)
  const isMuch = (free: number): boolean =>
    free >= emptyAtLeast && free >= Number(db.pragma('page_count', { simple: true })) * emptyShare
  let isOwed = false
  return () => {
    const free = empty()
    if (isMuch(free) || (free >= emptyAtLeastWhenTight && isTight())) {
      db.pragma(`incremental_vacuum(${pagesPerSlice})`)
      isOwed = true
      return true
    }
    if (!isOwed) return false
    isOwed = !copyLog(db)
    return !isOwed
  }
}

/** Copies the log into the database without waiting for anybody; false when a reader still needs a part of it. */
function copyLog(db: Database): boolean {
  const [{ log, checkpointed }] = db.pragma('wal_checkpoint(passive)') as [Checkpoint]
  return checkpointed === log
}

/** Pages in the log, and how many of them are in the database now. */
interface Checkpoint {
  readonly log: number
  readonly checkpointed: number
}
