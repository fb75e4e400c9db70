// A maildrop as POP3 opens it.

import type { MessageId } from '../../model/ids.js'

/** One line of a maildrop's snapshot. */
export interface MaildropMessage {
  readonly id: MessageId
  /** octets that RETR sends before stuffing */
  readonly size: number
}

export type DeletePolicy = 'remove' | 'hide' | 'keep'

/** A maildrop opened by one session: snapshot and exclusive lock (RFC 1939 §4). */
export interface Maildrop {
  /** its canonical name, `inbox:w1`, `address:ada@example.com`, `all`, with `/suffix` when given */
  readonly name: string
  /** in plain words, which mail it shows: `3 messages in inbox w1; log in as "all" to see every message` */
  readonly description: string
  readonly messages: readonly MaildropMessage[]
  /** CRLF form of a message, from its first octet; `bodyLines` stops after so many lines of the body (TOP). `undefined`: it is gone. */
  read(id: MessageId, bodyLines?: number): Promise<AsyncIterable<Uint8Array> | undefined>
  /** The UPDATE state: removes what was marked by the given policy. Messages gone meanwhile count as removed. */
  update(marked: readonly MessageId[], policy: DeletePolicy): Promise<void>
  /** Frees the lock; safe to call twice. */
  release(): void
}

export interface Maildrops {
  /** @throws MailholdError `locked` while another session has it open */
  openMaildrop(login: string): Promise<Maildrop>
}
