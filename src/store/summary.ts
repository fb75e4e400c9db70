// A row of a list: made from columns only, never from a body.

import type { MessageId } from '../model/ids.js'
import type { MessageSummary } from '../model/message.js'
import type { ListedAddresses } from './addresses.js'
import { sql } from './sql.js'
import { inboxesOf } from './tables/change.js'

/** The columns of a summary; the message is `m`. */
export const summaryColumns = sql`m.seq, m.id, m.received_at, m.size, m.subject, m.snippet, m.date, m.addresses,
  m.attachment_count, m.problem_count, m.is_read, m.reverse_path,
  (select group_concat(inbox, ' ') from (select inbox from delivery where message = m.seq order by inbox)) as inboxes,
  (select json_group_array(name) from (select name from tag where message = m.seq order by name)) as tags`

export interface SummaryRow {
  readonly seq: number
  readonly id: MessageId
  readonly received_at: number
  readonly size: number
  readonly subject: string
  readonly snippet: string
  readonly date: number | null
  readonly addresses: string
  readonly attachment_count: number
  readonly problem_count: number
  readonly is_read: number
  readonly reverse_path: string
  readonly inboxes: string | null
  readonly tags: string
}

/** @param addresses all of them, where the list's own bounded ones do not do */
export function asSummary(
  row: SummaryRow,
  addresses: ListedAddresses = JSON.parse(row.addresses) as ListedAddresses,
): MessageSummary {
  return {
    id: row.id,
    seq: row.seq,
    inboxes: inboxesOf(row.inboxes ?? ''),
    from: addresses.from[0],
    to: addresses.to,
    cc: addresses.cc,
    bcc: addresses.bcc,
    replyTo: addresses.replyTo,
    envelope: { from: row.reverse_path, to: addresses.recipients },
    subject: row.subject,
    snippet: row.snippet,
    date: row.date ?? undefined,
    receivedAt: row.received_at,
    size: row.size,
    attachmentCount: row.attachment_count,
    problemCount: row.problem_count,
    read: row.is_read === 1,
    tags: JSON.parse(row.tags) as string[],
  }
}
