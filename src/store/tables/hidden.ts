// Table hidden: messages that a maildrop does not show any more.

import type { Database } from 'better-sqlite3'
import { sql } from '../sql.js'

const add = sql`insert into hidden (maildrop, message) select ?, seq from message where id = ? on conflict do nothing`
const removeAll = sql`delete from hidden where message = ?`

export function hiddenTable(db: Database) {
  const statements = { add: db.prepare(add), removeAll: db.prepare(removeAll) }
  return {
    add: (maildrop: string, id: string): void => void statements.add.run(maildrop, id),
    removeAll: (seq: number): void => void statements.removeAll.run(seq),
  }
}
