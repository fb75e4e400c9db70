// Table search_index: the words and facets by which messages are found.

import type { Database } from 'better-sqlite3'
import { inboxFacet, sizeFacet } from '../facets.js'
import { sql } from '../sql.js'
import type { NewMessage } from '../store.js'

const insert = sql`insert into search_index (rowid, subject, addresses, filenames, body, facets) values (?, ?, ?, ?, ?, ?)`
const remove = sql`delete from search_index where rowid = ?`

/** The row of one message, ready to be written. */
export type IndexRow = readonly [
  seq: number,
  subject: string,
  addresses: string,
  filenames: string,
  body: string,
  facets: string,
]

export function indexRow(seq: number, { facts, deliveries, size }: NewMessage): IndexRow {
  const { subject, addresses, filenames, body, facets } = facts.words
  const places = deliveries.map(({ inbox }) => inboxFacet(inbox)).join(' ')
  return [seq, subject, addresses, filenames, body, `${facets} ${sizeFacet(size)} ${places}`]
}

export function searchIndexTable(db: Database) {
  const statements = { insert: db.prepare(insert), remove: db.prepare(remove) }
  return {
    insert: (row: IndexRow): void => void statements.insert.run(...row),
    remove: (seq: number): void => void statements.remove.run(seq),
  }
}
