// Table message: what is written of a new message. How it is read stands in `summary.ts` and `whole-message.ts`.

import type { Database, Statement } from 'better-sqlite3'
import { sql } from '../sql.js'
import type { NewMessage } from '../store.js'

const insert = sql`insert into message (
  seq, id, body, kept_at, received_at, size, crlf_size, stored_size, sha256, subject, snippet, date, addresses,
  attachment_count, problem_count, reverse_path, reverse_path_raw, reverse_path_parameters,
  session_id, via, helo, remote, tls, auth_method, auth_user
) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const insertFacts = sql`insert into facts (message, octets) values (?, ?)`
const removeFacts = sql`delete from facts where message = ?`
const remove = sql`delete from message where seq = ?`
const setRead = sql`update message set is_read = ? where seq = ? and is_read <> ?`
const bySeq = sql`select seq, id, body, received_at, stored_size from message where seq = ?`
const seqOf = sql`select seq from message where id = ?`
const oldest = sql`select seq, id, body, received_at, stored_size from message order by seq limit ?`
const totals = sql`select messages, unread, size, stored_size from total`

/** What removing and retention need to know of a message. */
export interface MessageKey {
  readonly seq: number
  readonly id: NewMessage['id']
  readonly body: number
  readonly received_at: number
  readonly stored_size: number
}

export interface Totals {
  readonly messages: number
  readonly unread: number
  readonly size: number
  readonly stored_size: number
}

/** Where a new message goes. */
export interface Placement {
  readonly seq: number
  readonly body: number
  readonly keptAt: number
  /** octets of its chunks as they lie */
  readonly bodyStored: number
}

/** Octets that rows and index take per message, and per octet of its visible text; measured over 100,000 mails. */
const rowCost = 1_500
const indexCost = 0.6

export const readTotals = (db: Database): Statement<[], Totals> => db.prepare<[], Totals>(totals)

export function messageTable(db: Database) {
  const statements = {
    insert: db.prepare(insert),
    insertFacts: db.prepare(insertFacts),
    removeFacts: db.prepare(removeFacts),
    remove: db.prepare(remove),
    setRead: db.prepare(setRead),
    bySeq: db.prepare<[number], MessageKey>(bySeq),
    seqOf: db.prepare<[string], { seq: number }>(seqOf),
    oldest: db.prepare<[number], MessageKey>(oldest),
    totals: readTotals(db),
  }
  return {
    insert(message: NewMessage, { seq, body, keptAt, bodyStored }: Placement): void {
      const { facts, origin, envelope } = message
      const { packed, words } = facts
      const stored = bodyStored + packed.byteLength + rowCost + Math.ceil(words.body.length * indexCost)
      statements.insert.run(
        seq,
        message.id,
        body,
        keptAt,
        message.receivedAt,
        message.size,
        message.crlfSize,
        stored,
        message.sha256,
        facts.subject,
        facts.snippet,
        facts.date ?? null,
        facts.addresses,
        facts.attachmentCount,
        facts.problemCount,
        envelope.from.address,
        envelope.from.raw,
        JSON.stringify(envelope.from.parameters),
        origin.sessionId,
        origin.via,
        origin.helo ?? null,
        origin.remote ?? null,
        origin.tls ? JSON.stringify(origin.tls) : null,
        origin.auth?.method ?? null,
        origin.auth?.user ?? null,
      )
      statements.insertFacts.run(seq, packed)
    },
    bySeq: (seq: number) => statements.bySeq.get(seq),
    seqOf: (id: string) => statements.seqOf.get(id)?.seq,
    oldest: (limit: number) => statements.oldest.all(limit),
    totals: (): Totals => statements.totals.get() ?? { messages: 0, unread: 0, size: 0, stored_size: 0 },
    /** True when it was not so before. */
    setRead: (seq: number, read: boolean): boolean =>
      statements.setRead.run(Number(read), seq, Number(read)).changes === 1,
    /** Removes the row; its deliveries, recipients, tags and hidings must be gone. */
    remove: (seq: number): void => void statements.remove.run(seq),
    removeFacts: (seq: number): void => void statements.removeFacts.run(seq),
  }
}
