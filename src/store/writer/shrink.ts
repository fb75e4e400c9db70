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
 * A step gives a slice back; true when there is more.
 * @param isTight whether the disk needs every page it can get
 */
export function shrinker(db: Database, isTight: () => boolean): () => boolean {
  const empty = freePages(db)
  return () => {
    const free = empty()
    if (free < (isTight() ? emptyAtLeastWhenTight : emptyAtLeast)) return false
    const all = Number(db.pragma('page_count', { simple: true }))
    if (!isTight() && free < all * emptyShare) return false
    db.pragma(`incremental_vacuum(${pagesPerSlice})`)
    return true
  }
}
