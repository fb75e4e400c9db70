// The mails that matched, as a verdict tells them that was not met.

import type { MessageSummary } from '../model/message.js'
import type { Came } from './verdict.js'
import { visible } from './visible.js'
import { whenOf } from './when.js'

const shown = 10
const recipientsShown = 10

/** The newest, oldest first. */
export const cameOf = (matched: readonly MessageSummary[]): readonly Came[] =>
  matched.slice(-shown).map(toCame)

const toCame = ({ id, subject, envelope, inboxes, receivedAt }: MessageSummary): Came => ({
  id,
  subject: visible(subject),
  recipients: envelope.to.slice(0, recipientsShown).map(visible),
  inboxes,
  receivedAt,
})

/** A line for each of them, and one for those that are left out. */
export function cameLines(
  came: readonly Came[],
  { matched, began }: { readonly matched: number; readonly began: number },
): readonly string[] {
  const more = matched - came.length
  return [...(more > 0 ? [`… ${more} before these`] : []), ...came.map((one) => cameLine(one, began))]
}

const cameLine = ({ id, subject, recipients, inboxes, receivedAt }: Came, began: number): string => {
  const whom = recipients.length === 0 ? '' : ` to ${recipients.join(', ')}`
  return `"${subject}"${whom} (${id}, inbox ${inboxes.join(', ')}), ${whenOf(receivedAt, began)}`
}
