// Table recipient: a row for every RCPT TO, in order, as it was sent.

import type { Database, Statement } from 'better-sqlite3'
import type { Delivery, EnvelopeRecipient, EsmtpParameter } from '../../model/envelope.js'
import { fold } from '../facets.js'
import { sql } from '../sql.js'

export interface RecipientRow {
  readonly n: number
  readonly address: string
  readonly raw: string
  readonly parameters: string
}

const insert = sql`insert into recipient (message, n, address, raw, parameters, folded, is_kept) values (?, ?, ?, ?, ?, ?, ?)`
const of = sql`select n, address, raw, parameters from recipient where message = ? order by n`
const copies = sql`select n from recipient where message = ? and folded = ? and is_kept = 1`
const release = sql`update recipient set is_kept = 0 where message = ? and n = ?`
const removeAll = sql`delete from recipient where message = ?`

export const asRecipient = (row: RecipientRow): EnvelopeRecipient => ({
  address: row.address,
  raw: row.raw,
  parameters: JSON.parse(row.parameters) as EsmtpParameter[],
})

export const readRecipients = (db: Database): Statement<[number], RecipientRow> =>
  db.prepare<[number], RecipientRow>(of)

export function recipientTable(db: Database) {
  const statements = {
    insert: db.prepare(insert),
    copies: db.prepare<[number, string], { n: number }>(copies),
    release: db.prepare(release),
    removeAll: db.prepare(removeAll),
  }
  return {
    insertAll(seq: number, recipients: readonly EnvelopeRecipient[], deliveries: readonly Delivery[]): void {
      const kept = new Set(deliveries.flatMap((delivery) => delivery.recipients))
      for (const [n, { address, raw, parameters }] of recipients.entries()) {
        const isKept = Number(kept.has(n))
        statements.insert.run(seq, n, address, raw, JSON.stringify(parameters), fold(address), isKept)
      }
    },
    /** Places in the envelope whose copy for this address still lies in an inbox. */
    copiesFor: (seq: number, address: string): readonly number[] =>
      statements.copies.all(seq, fold(address)).map(({ n }) => n),
    /** The copy of one recipient is gone; the envelope stays as it was. */
    release: (seq: number, n: number): void => void statements.release.run(seq, n),
    removeAll: (seq: number): void => void statements.removeAll.run(seq),
  }
}
