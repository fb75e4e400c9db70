// Tables session and session_message: what was said on connections, and which messages they concern.

import type { Database } from 'better-sqlite3'
import type { SessionRecord } from '../../model/session.js'
import { packJson, unpackJson } from '../codec.js'
import { sql } from '../sql.js'
import type { SessionFilter } from '../store.js'

/** Sessions that are remembered. */
export const sessionsKept = 5_000

/** Messages by which one session is found; its record names them all. */
const linkedAtMost = 1_000

const put = sql`insert into session (id, protocol, started_at, record) values (?, ?, ?, ?)
  on conflict (id) do update set record = excluded.record`
const link = sql`insert into session_message (message_id, session_id) values (?, ?) on conflict do nothing`
const byId = sql`select record from session where id = ?`
const newest = sql`select record from session
  where started_at < @before and (@protocol is null or protocol = @protocol) order by started_at desc limit @limit`
const ofMessage = sql`select record from session
  where id in (select session_id from session_message where message_id = @messageId)
  and started_at < @before and (@protocol is null or protocol = @protocol) order by started_at desc limit @limit`
const prune = sql`delete from session where id in (
  select id from session order by started_at desc limit ? offset ?)`

interface SessionRow {
  readonly record: Buffer
}

interface SessionBounds {
  readonly before: number
  readonly protocol: string | null
  readonly limit: number
}

const asSession = (row: SessionRow): SessionRecord => unpackJson<SessionRecord>(row.record)

export function sessionReader(db: Database) {
  const statements = {
    byId: db.prepare<[string], SessionRow>(byId),
    newest: db.prepare<SessionBounds, SessionRow>(newest),
    ofMessage: db.prepare<SessionBounds & { readonly messageId: string }, SessionRow>(ofMessage),
  }
  return {
    byId(id: string): SessionRecord | undefined {
      const row = statements.byId.get(id)
      return row && asSession(row)
    },
    newest({ startedBefore, protocol, limit, messageId }: SessionFilter): readonly SessionRecord[] {
      const bounds = { before: startedBefore ?? Number.MAX_SAFE_INTEGER, protocol: protocol ?? null, limit }
      const rows =
        messageId === undefined
          ? statements.newest.all(bounds)
          : statements.ofMessage.all({ ...bounds, messageId })
      return rows.map(asSession)
    },
  }
}

export function sessionTable(db: Database) {
  const statements = { put: db.prepare(put), link: db.prepare(link), prune: db.prepare(prune) }
  return {
    put(session: SessionRecord): void {
      statements.put.run(session.id, session.protocol, session.startedAt, packJson(session))
      for (const id of session.messageIds.slice(0, linkedAtMost)) statements.link.run(id, session.id)
    },
    /** Forgets at most `limit` of the oldest sessions beyond those that are kept; tells how many went. */
    prune: (limit: number): number => statements.prune.run(limit, sessionsKept).changes,
  }
}
