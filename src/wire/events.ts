// What `/v1/events` tells. The id of each event but `status` is its cursor.

import type { Status } from './status.js'
import type { Summary } from './summary.js'

export interface KeptEvent {
  readonly cursor: string
  /** RFC 3339 UTC */
  readonly at: string
  readonly id: string
  readonly inboxes: readonly string[]
  /** absent when the message has gone since */
  readonly message?: Summary
}

export interface ChangedEvent {
  readonly cursor: string
  readonly at: string
  readonly id: string
  readonly inboxes: readonly string[]
  /** absent when the message has gone since */
  readonly message?: Summary
}

export interface DeletedEvent {
  readonly cursor: string
  readonly at: string
  readonly id: string
  readonly inboxes: readonly string[]
  /** `asked`, `pop3`, or the limit it was removed for */
  readonly reason: 'asked' | 'maxMessages' | 'maxAge' | 'maxStoreSize' | 'pop3'
}

export interface InboxEvent {
  readonly cursor: string
  readonly at: string
  readonly inboxes: readonly string[]
}

/** The stream cannot go on from where the reader was; read everything again, the stream goes on from `cursor`. */
export interface ResyncEvent {
  readonly cursor: string
}

export interface Events {
  readonly kept: KeptEvent
  readonly changed: ChangedEvent
  readonly deleted: DeletedEvent
  readonly inbox: InboxEvent
  readonly resync: ResyncEvent
  readonly status: Status
}
