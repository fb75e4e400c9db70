// A kept message as the mailroom gives it out: the short form of lists and the whole.

import type { Delivery, Envelope } from './envelope.js'
import type { Address, MailFacts } from './facts.js'
import type { InboxName, MessageId } from './ids.js'
import type { Origin } from './session.js'

/** A row of a list; made from columns only, never from a body. */
export interface MessageSummary {
  readonly id: MessageId
  /** its place in the order in which messages were committed */
  readonly seq: number
  readonly inboxes: readonly InboxName[]
  readonly from: Address | undefined
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  /** recipients that only the envelope names are listed here too */
  readonly bcc: readonly Address[]
  readonly replyTo: readonly Address[]
  /** addresses only; the whole envelope is in the full message */
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly subject: string
  readonly snippet: string
  /** the Date field, milliseconds since 1970 */
  readonly date: number | undefined
  /** milliseconds since 1970 */
  readonly receivedAt: number
  /** octets as received, after dot-unstuffing */
  readonly size: number
  readonly attachmentCount: number
  readonly problemCount: number
  readonly read: boolean
  readonly tags: readonly string[]
}

/** Everything about one message but its octets. */
export interface Message {
  readonly summary: MessageSummary
  readonly envelope: Envelope
  readonly deliveries: readonly Delivery[]
  readonly origin: Origin
  /** octets that RETR sends before stuffing (RFC 1939 §11) */
  readonly crlfSize: number
  /** of the octets as received, hex */
  readonly sha256: string
  readonly facts: MailFacts
}
