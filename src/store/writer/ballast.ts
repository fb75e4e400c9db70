// A file beside the database that only takes up room: on a full disk it is given up, so that mail can still be deleted.

import { closeSync, fstatSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { isFull } from '../failure.js'

/** Octets of the ballast on a disk of ordinary size. */
const usualSize = 32 * 1024 * 1024

/** A small disk gives a sixteenth. */
const shareOfDisk = 16
const stepSize = 1024 * 1024

/** How long it waits for room, in milliseconds. */
const pause = 2_000

export interface Ballast {
  /** octets that it should have */
  readonly size: number
  /** octets that are still to be made */
  readonly missing: number
  /** Whether the disk has too little left to take mail, or had no room for the ballast when last tried. */
  isTight(): boolean
  /** Makes a piece of it if there is room to spare; true when there is more to do now. */
  step(): boolean
  /** Gives its room back; false when there was none. */
  release(): boolean
}

/** None for a store that does not outlive the process. */
export const noBallast: Ballast = {
  size: 0,
  missing: 0,
  isTight: () => false,
  step: () => false,
  release: () => false,
}

export function openBallast(file: string): Ballast {
  const folder = dirname(file)
  const size = sizeFor(folder)
  let made = existing(file)
  let pausedUntil = 0
  let isShort = false
  const missing = (): number => Math.max(0, size - made)
  return {
    size,
    get missing() {
      return missing()
    },
    isTight: () => (missing() > 0 && isShort) || spare(folder) < size + missing(),
    step() {
      if (made >= size || Date.now() < pausedUntil) return false
      // As much again stays free: ballast must never be what fills the disk.
      if (spare(folder) < size * 2 - made || !extend(file, made)) {
        pausedUntil = Date.now() + pause
        isShort = true
        return false
      }
      isShort = false
      made += stepSize
      return made < size
    },
    release() {
      const had = made > 0
      rmSync(file, { force: true })
      made = 0
      isShort = true
      pausedUntil = Date.now() + pause
      return had
    },
  }
}

// Octets that do not compress, so that the room is really taken.
const filling = new Uint8Array(stepSize)
for (let at = 0, state = 1; at < filling.length; at++) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  filling[at] = state >>> 24
}

function extend(file: string, at: number): boolean {
  const fd = openSync(file, 'a', 0o600)
  try {
    writeSync(fd, filling, 0, stepSize, at)
    return true
  } catch (error) {
    if (isFull(error)) return false
    throw error
  } finally {
    closeSync(fd)
  }
}

function sizeFor(folder: string): number {
  const { blocks, bsize } = statfsSync(folder)
  const share = Math.min(usualSize, (blocks * bsize) / shareOfDisk)
  return Math.max(stepSize, Math.floor(share / stepSize) * stepSize)
}

function spare(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function existing(file: string): number {
  const fd = openSync(file, 'a', 0o600)
  try {
    return fstatSync(fd).size
  } finally {
    closeSync(fd)
  }
}
