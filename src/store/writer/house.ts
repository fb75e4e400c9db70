// Housekeeping: what the writer does between groups while nobody waits for it, a slice at a time.

import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Change } from '../../model/change.js'
import { checkpointPages, pageSize } from '../connection.js'
import { isFull } from '../failure.js'
import { type Ballast, noBallast, openBallast } from './ballast.js'
import type { Notice, Room, WriterOptions } from './calls.js'
import type { RunGroup } from './group.js'
import { createPurge, type Purge } from './purge.js'
import type { Retention } from './retention.js'
import { freePages, shrinker } from './shrink.js'
import type { Work } from './work.js'

/** How often retention looks at ages; counts and sizes are looked at after every commit. */
const retainEvery = 30_000

/** How long housekeeping rests after it failed; mail is taken in all the same. */
const restAfterFailure = 10_000

export interface HouseParts {
  readonly db: Database
  readonly work: Work
  readonly retention: Retention
  readonly runGroup: RunGroup
  /** what retention removed */
  readonly announce: (changes: readonly Change[]) => void
  readonly notice: (text: string, facts?: Notice['facts']) => void
}

export class House {
  readonly #parts: HouseParts
  readonly #purge: Purge
  readonly #ballast: Ballast
  readonly #freePages: () => number
  readonly #shrink: () => boolean
  #retainedAt = 0
  #restsUntil = 0

  constructor(parts: HouseParts, { folder, durable }: WriterOptions) {
    const { db, work } = parts
    this.#parts = parts
    this.#purge = createPurge(db, work)
    this.#ballast = durable ? openBallast(join(folder, 'ballast')) : noBallast
    this.#freePages = freePages(db)
    this.#shrink = shrinker(db, () => this.#ballast.isTight())
    // Emptying the log can need as much room as it has; the ballast must be able to give that.
    if (durable)
      db.pragma(`wal_autocheckpoint = ${Math.min(checkpointPages, this.#ballast.size / pageSize / 2)}`)
  }

  /** A slice of everything; true when there is more. While others wait only what makes room is done. */
  step(isBusy: boolean): boolean {
    if (Date.now() < this.#restsUntil) return false
    try {
      const retaining = this.#retain()
      const purging = this.#purge.step()
      if (retaining || purging) return true
      return !isBusy && (this.#shrink() || this.#ballast.step())
    } catch (error) {
      if (isFull(error) && this.relieve()) return true
      this.#parts.notice('tidying up failed and is tried again later', { error: String(error) })
      this.#restsUntil = Date.now() + restAfterFailure
      return false
    }
  }

  /** Mail was removed: there is something to do. */
  wake(): void {
    this.#purge.wake()
    this.#restsUntil = 0
  }

  /** On a full disk: gives the ballast up and empties the log. False when there was nothing to give. */
  relieve(): boolean {
    if (!this.#ballast.release()) return false
    this.#parts.notice('the disk is full; the ballast was given up so that mail can be deleted')
    this.emptyLog()
    return true
  }

  /** Copies the write-ahead log into the database and cuts it; a log that stays is read at the next start. */
  emptyLog(): void {
    try {
      this.#parts.db.pragma('wal_checkpoint(truncate)')
    } catch (error) {
      this.#parts.notice('the write-ahead log could not be emptied', { error: String(error) })
    }
  }

  room(): Room {
    const { retention } = this.#parts
    const { size, missing } = this.#ballast
    return {
      reusable: this.#freePages() * pageSize,
      ballast: size,
      ballastMissing: missing,
      over: retention.stuck,
    }
  }

  #retain(): boolean {
    const { retention, runGroup, announce } = this.#parts
    const due = Date.now() - this.#retainedAt >= retainEvery
    if (!due && (!retention.isOver() || retention.stuck)) return false
    this.#retainedAt = Date.now()
    let more = false
    const { outcomes, changes } = runGroup([
      () => {
        more = retention.step(Date.now()).more
      },
    ])
    if (changes.length > 0) this.#purge.wake()
    if (changes.length > 0 || retention.stuck) announce(changes)
    const [outcome] = outcomes
    if (outcome && !outcome.ok) throw outcome.error
    return more
  }
}
