// Opens SQLite's connections as the store needs them: one that writes, and ones that only read.

import Database from 'better-sqlite3'
import { MailholdError } from '../model/errors.js'

/** How long a statement waits for a lock; only checkpoints and recovery ever meet one. */
const busyTimeout = 5_000

/** Octets of a page of the database. */
export const pageSize = 4_096

/** Pages after which a commit copies the write-ahead log into the database. */
export const checkpointPages = 2_000

/** The one connection that writes, as SQLite opens it: nothing of the file is touched before `configure`. */
export const openForWriting = (file: string): Database.Database =>
  new Database(file, { timeout: busyTimeout })

/**
 * Makes the writing connection as the store needs it.
 * @param durable whether a commit is on the disk when it returns; read back, because a file system may refuse WAL
 * @throws MailholdError `storeFailed` when SQLite does not take a setting
 */
export function configure(db: Database.Database, durable: boolean): void {
  // Lets the file shrink after large deletions; works only before the first page is written.
  if (db.pragma('page_count', { simple: true }) === 0)
    db.exec(`pragma page_size = ${pageSize}; pragma auto_vacuum = incremental`)
  demand(db, 'journal_mode', 'wal', 'wal')
  demand(db, 'synchronous', durable ? 'full' : 'off', durable ? 2 : 0)
  demand(db, 'foreign_keys', 'on', 1)
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  db.pragma(`journal_size_limit = ${checkpointPages * pageSize * 2}`)
  db.pragma('cache_size = -16000')
}

/** A connection that cannot write. */
export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeout })
  db.pragma('query_only = on')
  db.pragma('cache_size = -16000')
  return db
}

function demand(db: Database.Database, name: string, value: string, expected: string | number): void {
  db.pragma(`${name} = ${value}`)
  const actual: unknown = db.pragma(name, { simple: true })
  if (actual === expected) return
  throw new MailholdError('storeFailed', `the database did not take ${name} = ${value} (it is ${actual})`)
}
