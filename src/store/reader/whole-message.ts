// Everything about one message but its octets.

import type { Database } from 'better-sqlite3'
import type { EsmtpParameter } from '../../model/envelope.js'
import type { MailFacts } from '../../model/facts.js'
import type { SessionId } from '../../model/ids.js'
import type { Message } from '../../model/message.js'
import type { Origin, TlsFacts } from '../../model/session.js'
import { addressesOf } from '../addresses.js'
import { unpackJson } from '../codec.js'
import { sql } from '../sql.js'
import { asSummary, type SummaryRow, summaryColumns } from '../summary.js'
import { asDelivery, readDeliveries } from '../tables/delivery.js'
import { asRecipient, readRecipients } from '../tables/recipient.js'

const byId = sql`select ${summaryColumns}, m.crlf_size, m.sha256, m.reverse_path_raw, m.reverse_path_parameters,
  m.session_id, m.via, m.helo, m.remote, m.tls, m.auth_method, m.auth_user, f.octets as facts
  from message m join facts f on f.message = m.seq where m.id = ?`

interface MessageRow extends SummaryRow, OriginRow {
  readonly crlf_size: number
  readonly sha256: string
  readonly reverse_path_raw: string
  readonly reverse_path_parameters: string
  readonly facts: Buffer
}

interface OriginRow {
  readonly session_id: SessionId
  readonly via: string
  readonly helo: string | null
  readonly remote: string | null
  readonly tls: string | null
  readonly auth_method: string | null
  readonly auth_user: string | null
}

export function messageReader(db: Database) {
  const statement = db.prepare<[string], MessageRow>(byId)
  const recipients = readRecipients(db)
  const deliveries = readDeliveries(db)
  return {
    byId(id: string): Message | undefined {
      const row = statement.get(id)
      if (!row) return undefined
      const to = recipients.all(row.seq).map(asRecipient)
      const facts = unpackJson<MailFacts>(row.facts)
      return {
        summary: asSummary(
          row,
          addressesOf(
            facts,
            to.map(({ address }) => address),
          ),
        ),
        envelope: { from: asReversePath(row), to },
        deliveries: deliveries.all(row.seq).map(asDelivery),
        origin: asOrigin(row),
        crlfSize: row.crlf_size,
        sha256: row.sha256,
        facts,
      }
    },
  }
}

const asReversePath = (row: MessageRow) => ({
  address: row.reverse_path,
  raw: row.reverse_path_raw,
  parameters: JSON.parse(row.reverse_path_parameters) as EsmtpParameter[],
})

const asOrigin = (row: OriginRow): Origin => ({
  sessionId: row.session_id,
  via: row.via,
  ...(row.helo !== null && { helo: row.helo }),
  ...(row.remote !== null && { remote: row.remote }),
  ...(row.tls !== null && { tls: JSON.parse(row.tls) as TlsFacts }),
  ...(row.auth_method !== null && { auth: { method: row.auth_method, user: row.auth_user ?? '' } }),
})
