// Brings a database to the schema of this program, and refuses what it does not know.

import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { MailholdError } from '../../model/errors.js'
import { sql } from '../sql.js'
import { migrations } from './migrations.js'

/** Marks the file as ours (`pragma application_id`): "Mhld". */
const applicationId = 0x4d686c64

/**
 * Looks whether the database may be used, and changes nothing.
 * @throws MailholdError `storeTooNew`, or `storeDamaged` for a database that is not Mailhold's
 */
export function checkVersion(db: Database, location: string): void {
  const version = versionOf(db)
  if (version > migrations.length) {
    throw new MailholdError(
      'storeTooNew',
      `${location} was written by a newer Mailhold (schema ${version}, this one knows ${migrations.length}); update Mailhold or use another --data`,
    )
  }
  checkOwner(db, version, location)
}

/** Runs what is missing, one transaction each. */
export function migrate(db: Database): void {
  const version = versionOf(db)
  for (const [index, text] of migrations.entries()) {
    if (index >= version) db.transaction(() => step(db, index, text)).immediate()
  }
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

function step(db: Database, index: number, text: string): void {
  db.exec(text)
  if (index === 0) {
    db.pragma(`application_id = ${applicationId}`)
    db.prepare(nameStore).run(randomBytes(12).toString('hex'))
  }
  db.pragma(`user_version = ${index + 1}`)
}

const nameStore = sql`insert into meta (key, value) values ('name', ?)`
const countTables = sql`select count(*) as tables from sqlite_schema`

/** An empty file becomes ours; anything else must already be. */
function checkOwner(db: Database, version: number, location: string): void {
  const owner = db.pragma('application_id', { simple: true })
  const { tables } = db.prepare<[], { tables: number }>(countTables).get() ?? { tables: 0 }
  if (version === 0 ? tables === 0 : owner === applicationId) return
  throw new MailholdError(
    'storeDamaged',
    `${location} is a database, but not one of Mailhold's; use another --data`,
  )
}
