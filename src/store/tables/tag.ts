// Table tag: the words that people put on messages.

import type { Database, Statement } from 'better-sqlite3'
import { sql } from '../sql.js'

const add = sql`insert into tag (name, message) values (?, ?) on conflict do nothing`
const remove = sql`delete from tag where name = ? and message = ?`
const removeAll = sql`delete from tag where message = ?`
const all = sql`select name, count(*) as messages from tag group by name order by name`

export interface TagRow {
  readonly name: string
  readonly messages: number
}

export const readTags = (db: Database): Statement<[], TagRow> => db.prepare<[], TagRow>(all)

export function tagTable(db: Database) {
  const statements = { add: db.prepare(add), remove: db.prepare(remove), removeAll: db.prepare(removeAll) }
  return {
    /** True when the message did not have it. */
    add: (seq: number, name: string): boolean => statements.add.run(name, seq).changes === 1,
    /** True when the message had it. */
    remove: (seq: number, name: string): boolean => statements.remove.run(name, seq).changes === 1,
    removeAll: (seq: number): void => void statements.removeAll.run(seq),
  }
}
