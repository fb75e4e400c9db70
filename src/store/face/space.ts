// How much mail may still be promised room: what the disk has, less what is needed to go on working, less what is announced.

import { statfsSync } from 'node:fs'
import type { Shortage } from '../store.js'
import type { Room } from '../writer/calls.js'

/** How old a look at the disk may be, in milliseconds, and how many octets may have been taken since. */
const freshFor = 250
const octetsAtMost = 16 * 1024 * 1024

export interface Space {
  /** Octets that may still be announced; negative when full. */
  free(): number
  /** What keeps so many octets out; `undefined` where there is room for them. */
  shortage(octets: number): Shortage | undefined
  reserve(octets: number): () => void
  /** What the writer last said of the inside of the database. */
  update(room: Room): void
  /** Octets that were written. */
  spend(octets: number): void
}

/** @param now monotonic milliseconds */
export function openSpace(folder: string, now: () => number): Space {
  let room: Room = { reusable: 0, ballast: 0, ballastMissing: 0, over: undefined }
  let announced = 0
  let spent = 0
  let lookedAt = Number.NEGATIVE_INFINITY
  let available = 0

  const look = (): void => {
    const { bavail, bsize } = statfsSync(folder)
    available = bavail * bsize
    lookedAt = now()
    spent = 0
  }

  const free = (): number => {
    if (room.over) return -1
    if (now() - lookedAt > freshFor || spent > octetsAtMost) look()
    // As much as the ballast stays free on the disk, for the write-ahead log; missing ballast is to be made again.
    const spare = available - room.ballast - room.ballastMissing - spent
    return spare < 0 ? spare : spare + room.reusable - announced
  }

  return {
    free,
    shortage: (octets) => room.over ?? (free() < octets ? 'disk' : undefined),
    reserve(octets) {
      announced += octets
      let isHeld = true
      return () => {
        if (isHeld) announced -= octets
        isHeld = false
      }
    },
    update(next) {
      // Deletions and a ballast given up change the disk at once.
      if (next.ballastMissing !== room.ballastMissing || next.reusable !== room.reusable)
        lookedAt = Number.NEGATIVE_INFINITY
      room = next
    },
    spend(octets) {
      spent += octets
    },
  }
}
