// Opens the database file of a folder: made if missing, brought up to date, looked over, or named as damaged.

import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { MailholdError } from '../model/errors.js'
import { configure, openForWriting } from './connection.js'
import { isDamage } from './failure.js'
import { checkVersion, migrate } from './schema/migrate.js'

export const databaseFile = (folder: string): string => join(folder, 'mailhold.db')

/**
 * The connection that writes, with the schema of this program.
 * @throws MailholdError `storeTooNew`, `storeDamaged`; the file stays where it is
 */
export function openDatabase(folder: string, durable: boolean): Database {
  const file = databaseFile(folder)
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  try {
    const db = openForWriting(file)
    try {
      checkVersion(db, file)
      configure(db, durable)
      migrate(db)
      lookOver(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new MailholdError(
      'storeDamaged',
      `${file} is damaged (${why}); start with --recover to move it aside and begin a new one`,
      {},
      { cause: error },
    )
  }
}

/** Moves the database aside, whole; resolves with the folder it lies in now. */
export function moveAside(folder: string, now: Date): string {
  const aside = join(folder, `damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const suffix of ['', '-wal', '-shm']) {
    const file = databaseFile(folder) + suffix
    if (existsSync(file)) renameSync(file, join(aside, `mailhold.db${suffix}`))
  }
  return aside
}

/** Reads the last row of every table: a file cut short or overwritten shows here, in time that does not grow with it. */
function lookOver(db: Database): void {
  const tables = db.prepare<[], { name: string }>(
    `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
  )
  for (const { name } of tables.all()) {
    db.prepare(`select * from "${name}" limit 1`).get()
  }
  db.prepare('select * from message order by seq desc limit 1').get()
  db.prepare('select * from chunk order by place desc limit 1').get()
}
