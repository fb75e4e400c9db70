// Lists of whole messages, with every octet in them: as many as fit into one answer.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { MessageSummary } from '../../../model/message.js'
import { type Item, itemForm, octetsOf } from './item.js'

export interface MessagesResult {
  readonly total: number
  readonly count: number
  readonly start: number
  readonly items: readonly Item[]
}

/** Octets of the messages of one answer; one message always is in it. */
const mostOctets = 16 * 1024 * 1024

export async function itemsOf(
  mailroom: Pick<Mailroom, 'find' | 'raw'>,
  page: readonly Pick<MessageSummary, 'id' | 'size'>[],
): Promise<readonly Item[]> {
  const items: Item[] = []
  let octets = 0
  for (const { id, size } of page) {
    octets += size
    if (octets > mostOctets && items.length > 0) break
    const message = await mailroom.find(id)
    if (message) items.push(itemForm(message, await octetsOf(mailroom, message)))
  }
  return items
}
