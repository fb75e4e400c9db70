// How the mailroom stands, for people and for probes.

import type { Evictions, RetentionLimits } from '../../model/stats.js'

export interface Status {
  /** the store's name, as it stands in cursors */
  readonly store: string
  readonly location: string
  readonly messages: number
  readonly unread: number
  readonly storeSize: number
  readonly messageSize: number
  readonly evictions: Evictions
  readonly retention: RetentionLimits
  /** SMTP sessions that are open, and transactions from MAIL FROM to the reply */
  readonly openSessions: number
  readonly openTransactions: number
  readonly cursor: string
}

export interface Health {
  status(): Promise<Status>
  /** really writes and reads a row; rejects if that fails */
  probe(): Promise<void>
}
