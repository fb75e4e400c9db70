// Table change: the one order of everything that happens.

import type { Database } from 'better-sqlite3'
import type { Change, ChangeKind } from '../../model/change.js'
import type { InboxName, MessageId } from '../../model/ids.js'
import { sql } from '../sql.js'

export interface ChangeRow {
  readonly seq: number
  readonly kind: ChangeKind
  readonly message_id: MessageId | null
  readonly inboxes: string
  readonly at: number
  readonly reason: NonNullable<Change['reason']> | null
}

const insert = sql`insert into change (kind, message_id, inboxes, at, reason) values (?, ?, ?, ?, ?)`
const after = sql`select seq, kind, message_id, inboxes, at, reason from change where seq > ? order by seq limit ?`
const newest = sql`select coalesce(max(seq), 0) as seq from sqlite_sequence where name = 'change'`
const oldest = sql`select min(seq) as seq from change`
const newestAt = sql`select at from change order by seq desc limit 1`
// Rows are as old as their places, so that looking at the oldest few is enough.
const prune = sql`delete from change where seq in (
  select seq from (select seq, at from change order by seq limit ?) where seq <= ? and (at < ? or seq <= ?))`

/** Inbox names hold no blanks, so that a list of them is one text. */
export const inboxesOf = (text: string): readonly InboxName[] =>
  text === '' ? [] : (text.split(' ') as InboxName[])

export const asChange = (row: ChangeRow): Change => ({
  seq: row.seq,
  kind: row.kind,
  ...(row.message_id !== null && { messageId: row.message_id }),
  inboxes: inboxesOf(row.inboxes),
  at: row.at,
  ...(row.reason !== null && { reason: row.reason }),
})

/** The newest `rows` are kept whatever their age, older ones as long as they are young; never more than `rowsAtMost`. */
export const changesKept = { rows: 100_000, rowsAtMost: 1_000_000, age: 24 * 3_600_000 }

export function changeReader(db: Database) {
  const statements = {
    after: db.prepare<[number, number], ChangeRow>(after),
    newest: db.prepare<[], { seq: number }>(newest),
    oldest: db.prepare<[], { seq: number | null }>(oldest),
  }
  const newestSeq = (): number => statements.newest.get()?.seq ?? 0
  return {
    newestSeq,

    /** Changes behind a place, oldest first. Rows leave no gaps, so that the oldest one tells how far back the order reaches. */
    after(seq: number, limit: number): readonly Change[] | 'tooOld' {
      const first = statements.oldest.get()?.seq ?? newestSeq() + 1
      if (seq < first - 1) return 'tooOld'
      return statements.after.all(seq, limit).map(asChange)
    },
  }
}

export function changeTable(db: Database) {
  const reader = changeReader(db)
  const statements = {
    insert: db.prepare(insert),
    newestAt: db.prepare<[], { at: number }>(newestAt),
    prune: db.prepare(prune),
  }
  return {
    ...reader,

    /** When the newest change was written, 0 when there is none. */
    newestAt: (): number => statements.newestAt.get()?.at ?? 0,

    insert(change: Omit<Change, 'seq'>): Change {
      const { kind, messageId, inboxes, at, reason } = change
      const row = [kind, messageId ?? null, inboxes.join(' '), at, reason ?? null]
      return { ...change, seq: Number(statements.insert.run(...row).lastInsertRowid) }
    },

    /** Forgets at most `limit` old rows; tells how many went. */
    prune(now: number, limit: number): number {
      const last = reader.newestSeq()
      const { rows, rowsAtMost, age } = changesKept
      return statements.prune.run(limit, last - rows, now - age, last - rowsAtMost).changes
    },
  }
}
