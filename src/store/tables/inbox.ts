// Table inbox: those that were made, and those that hold mail. Its counts are kept by triggers.

import type { Database } from 'better-sqlite3'
import type { InboxName } from '../../model/ids.js'
import type { InboxStats } from '../../model/stats.js'
import { sql } from '../sql.js'
import type { InboxRow } from '../store.js'

const appear = sql`insert into inbox (name, created_at, is_made) values (?, ?, 0) on conflict do nothing`
const put = sql`insert into inbox (name, created_at, expires_at, is_made) values (?, ?, ?, 1)
  on conflict (name) do update set expires_at = excluded.expires_at, is_made = 1`
const remove = sql`delete from inbox where name = ?`
const vanish = sql`delete from inbox where name = ? and is_made = 0 and messages = 0`
const has = sql`select 1 from inbox where name = ?`
const stats = sql`select name, created_at, expires_at, messages, unread,
  (select received_at from message where seq = (select max(message) from delivery where inbox = name)) as newest_at
  from inbox`
const all = sql`${stats} order by name`
const named = sql`${stats} where name = ?`

interface InboxStatsRow {
  readonly name: InboxName
  readonly created_at: number
  readonly expires_at: number | null
  readonly messages: number
  readonly unread: number
  readonly newest_at: number | null
}

const asInbox = (row: InboxStatsRow): InboxRow & InboxStats => ({
  name: row.name,
  createdAt: row.created_at,
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  messages: row.messages,
  unread: row.unread,
  ...(row.newest_at !== null && { newestAt: row.newest_at }),
})

export function inboxReader(db: Database) {
  const statements = {
    all: db.prepare<[], InboxStatsRow>(all),
    named: db.prepare<[string], InboxStatsRow>(named),
  }
  return {
    all: (): readonly (InboxRow & InboxStats)[] => statements.all.all().map(asInbox),
    named(name: InboxName): (InboxRow & InboxStats) | undefined {
      const row = statements.named.get(name)
      return row && asInbox(row)
    },
  }
}

export function inboxTable(db: Database) {
  const statements = {
    appear: db.prepare(appear),
    put: db.prepare(put),
    remove: db.prepare(remove),
    vanish: db.prepare(vanish),
    has: db.prepare<[string], unknown>(has),
  }
  return {
    /** Mail came for it. */
    appear: (name: InboxName, at: number): void => void statements.appear.run(name, at),
    put: ({ name, createdAt, expiresAt }: InboxRow): void =>
      void statements.put.run(name, createdAt, expiresAt ?? null),
    has: (name: InboxName): boolean => statements.has.get(name) !== undefined,
    remove: (name: InboxName): void => void statements.remove.run(name),
    /** An inbox that nobody made goes with its last message. */
    vanish: (name: InboxName): void => void statements.vanish.run(name),
  }
}
