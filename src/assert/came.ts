// The mails that matched, as a verdict tells them that was not met.

import type { MessageSummary } from '../model/message.js'
import type { OutOfOrder } from './order.js'
import type { Came } from './verdict.js'
import { visible } from './visible.js'
import { whenOf } from './when.js'

const shown = 10
/** of those that came before the one that came too early */
const shownBefore = 5
const recipientsShown = 10

/** The newest, oldest first. */
export const cameOf = (matched: readonly MessageSummary[]): readonly Came[] =>
  matched.slice(-shown).map(toCame)

/** Mails of all expectations in the order in which they came, from a little before the one that came too early. */
export function cameInOrder({ order, message }: OutOfOrder): readonly Came[] {
  const wrong = order.findIndex((one) => one.message === message)
  const from = Math.max(0, Math.min(wrong - shownBefore, order.length - shown))
  return order
    .slice(from, from + shown)
    .map((one) => ({ ...toCame(one.message), expectations: one.takers.map((taker) => taker + 1) }))
}

const toCame = ({ id, subject, envelope, inboxes, receivedAt }: MessageSummary): Came => ({
  id,
  subject: visible(subject),
  recipients: envelope.to.slice(0, recipientsShown).map(visible),
  inboxes,
  receivedAt,
})

/** A line for each of them, and one for `more` that came before. */
export function cameLines(
  came: readonly Came[],
  { more, began }: { readonly more: number; readonly began: number },
): readonly string[] {
  return [...(more > 0 ? [`… ${more} before these`] : []), ...came.map((one) => cameLine(one, began))]
}

function cameLine(
  { id, subject, recipients, inboxes, receivedAt, expectations }: Came,
  began: number,
): string {
  const whom = recipients.length === 0 ? '' : ` to ${recipients.join(', ')}`
  const its = expectations === undefined ? '' : `, for expectation ${expectations.join(' or ')}`
  return `"${subject}"${whom} (${id}, inbox ${inboxes.join(', ')}), ${whenOf(receivedAt, began)}${its}`
}
