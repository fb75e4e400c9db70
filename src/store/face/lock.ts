// One process per folder: an exclusive transaction on a file of its own, which the kernel ends with the process.

import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { MailholdError } from '../../model/errors.js'

export interface Lock {
  /** Tells others who want the folder more of this process than its number: ` on :8025`. */
  describeHolder(text: string): void
  /** Lets others have the folder; safe to call twice. */
  release(): void
}

/**
 * Takes the folder for this process.
 * @throws MailholdError `storeInUse` at once when somebody has it, in this process or another
 */
export function lockFolder(folder: string): Lock {
  const file = join(folder, 'lock.db')
  const holder = join(folder, 'lock.json')
  closeSync(openSync(file, 'a', 0o600))
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = memory')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    throw inUse(folder, holder, error)
  }
  const describeHolder = (text: string): void =>
    writeFileSync(holder, JSON.stringify({ pid: process.pid, describeHolder: text }), { mode: 0o600 })
  describeHolder('')
  return {
    describeHolder,
    release() {
      if (!db.open) return
      rmSync(holder, { force: true })
      db.close()
    },
  }
}

function inUse(folder: string, holder: string, cause: unknown): MailholdError {
  const { pid, describeHolder } = readHolder(holder)
  const by = pid === undefined ? 'another mailhold' : `mailhold pid ${pid}${describeHolder}`
  return new MailholdError(
    'storeInUse',
    `${folder} is in use by ${by}; add --data memory or --data ./.mailhold`,
    { folder, ...(pid !== undefined && { pid }) },
    { cause },
  )
}

interface Holder {
  readonly pid: number | undefined
  readonly describeHolder: string
}

/** What the holder wrote of itself; it may just be about to. */
function readHolder(file: string): Holder {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null) return unknownHolder
    const pid = 'pid' in value && typeof value.pid === 'number' ? value.pid : undefined
    const text = 'describeHolder' in value ? value.describeHolder : undefined
    return { pid, describeHolder: typeof text === 'string' ? text : '' }
  } catch {
    return unknownHolder
  }
}

const unknownHolder: Holder = { pid: undefined, describeHolder: '' }
