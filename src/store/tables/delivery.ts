// Table delivery: one message in one inbox, with the recipients whose copies it stands for.

import type { Database, Statement } from 'better-sqlite3'
import type { Delivery } from '../../model/envelope.js'
import type { InboxName } from '../../model/ids.js'
import { sql } from '../sql.js'

export interface DeliveryRow {
  readonly inbox: InboxName
  readonly routed_by: string
  readonly recipients: string
}

const insert = sql`insert into delivery (inbox, message, routed_by, recipients) values (?, ?, ?, ?)`
const of = sql`select inbox, routed_by, recipients from delivery where message = ? order by inbox`
const remove = sql`delete from delivery where inbox = ? and message = ?`
const shrink = sql`update delivery set recipients = ? where inbox = ? and message = ?`
const inInbox = sql`select message from delivery where inbox = ? order by message limit ?`

export const asDelivery = (row: DeliveryRow): Delivery => ({
  inbox: row.inbox,
  routedBy: row.routed_by,
  recipients: JSON.parse(row.recipients) as number[],
})

export const readDeliveries = (db: Database): Statement<[number], DeliveryRow> =>
  db.prepare<[number], DeliveryRow>(of)

export function deliveryTable(db: Database) {
  const statements = {
    insert: db.prepare(insert),
    of: readDeliveries(db),
    remove: db.prepare(remove),
    shrink: db.prepare(shrink),
    inInbox: db.prepare<[string, number], { message: number }>(inInbox),
  }
  return {
    insert: (seq: number, { inbox, routedBy, recipients }: Delivery): void =>
      void statements.insert.run(inbox, seq, routedBy, JSON.stringify(recipients)),
    of: (seq: number): readonly Delivery[] => statements.of.all(seq).map(asDelivery),
    remove: (seq: number, inbox: InboxName): void => void statements.remove.run(inbox, seq),
    /** Leaves a delivery to fewer recipients. */
    shrink: (seq: number, inbox: InboxName, recipients: readonly number[]): void =>
      void statements.shrink.run(JSON.stringify(recipients), inbox, seq),
    inInbox: (inbox: InboxName, limit: number): readonly number[] =>
      statements.inInbox.all(inbox, limit).map(({ message }) => message),
  }
}
