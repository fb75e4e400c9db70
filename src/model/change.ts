// The one order of everything that happens to messages, and positions in it.

import { MailholdError } from './errors.js'
import type { InboxName, MessageId } from './ids.js'

export type ChangeKind = 'kept' | 'deleted' | 'changed' | 'inbox'

/** A row of the order; written in the transaction that it tells of. `seq` only grows and is never used twice. */
export interface Change {
  readonly seq: number
  readonly kind: ChangeKind
  /** absent for `inbox` */
  readonly messageId?: MessageId
  /** the inboxes concerned */
  readonly inboxes: readonly InboxName[]
  /** milliseconds since 1970 */
  readonly at: number
  /** why a message went: asked for by a user, or removed to keep a limit */
  readonly reason?: 'asked' | 'maxMessages' | 'maxAge' | 'maxStoreSize' | 'pop3'
}

/** Opaque text for users: `<store>.<seq>`, the store's name being 8 to 32 characters of `[a-z0-9]`. */
export const encodeCursor = (store: string, seq: number): string => `${store}.${seq.toString(36)}`

/**
 * The place that a cursor names.
 * @param store the name of the store at hand
 * @param newest the last place given out
 * @throws MailholdError `badInput` for other text, a cursor of another store, or one ahead of the order
 */
export function decodeCursor(text: string, store: string, newest: number): number {
  const match = /^([a-z0-9]{8,32})\.([0-9a-z]{1,11})$/.exec(text)
  if (!match)
    throw new MailholdError(
      'badInput',
      `"${text.slice(0, 80)}" is not a cursor; take one from GET /v1/cursor or an answer`,
    )
  if (match[1] !== store) {
    throw new MailholdError(
      'badInput',
      `cursor "${text}" belongs to another store (this one is ${store}); take a new one from GET /v1/cursor`,
    )
  }
  const seq = Number.parseInt(match[2] ?? '', 36)
  if (seq > newest)
    throw new MailholdError(
      'badInput',
      `cursor "${text}" is ahead of this store; take a new one from GET /v1/cursor`,
    )
  return seq
}

/** A place in the order given by a cursor or by a time; both exclusive. */
export type Place = { readonly seq: number } | { readonly time: number }
