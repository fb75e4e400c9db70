// Removing: the small rows go at once, with their change; bodies and index rows are left to the purge.

import type { Change } from '../../model/change.js'
import type { InboxName, MessageId } from '../../model/ids.js'
import type { Commit, Copy } from '../store.js'
import type { MessageKey } from '../tables/message.js'
import type { Slice } from './calls.js'
import type { Work } from './work.js'

/** Messages that one transaction removes at most. */
const sliceSize = 100

/** Removes messages; those that are gone already are passed over. */
export function remove(work: Work, ids: readonly MessageId[], reason: NonNullable<Change['reason']>): Commit {
  const changes: Change[] = []
  for (const id of ids) {
    const message = find(work, id)
    if (message) changes.push(removeMessage(work, message, reason))
  }
  return { changes }
}

/** Removes all rows of one message but its body and index row. */
export function removeMessage(
  work: Work,
  message: MessageKey,
  reason: NonNullable<Change['reason']>,
): Change {
  const { tables, ledger } = work
  const { seq, id, body } = message
  const inboxes = tables.deliveries.of(seq).map(({ inbox }) => inbox)
  for (const inbox of inboxes) dropDelivery(work, seq, inbox)
  tables.recipients.removeAll(seq)
  tables.tags.removeAll(seq)
  tables.hidden.removeAll(seq)
  tables.messages.remove(seq)
  tables.chunks.abandon(body, seq)
  return ledger.record({ kind: 'deleted', messageId: id, inboxes, reason })
}

/** A delivery goes with its last recipient, a message with its last delivery. */
export function removeCopies(work: Work, copies: readonly Copy[]): Commit {
  return { changes: copies.flatMap((copy) => removeCopy(work, copy) ?? []) }
}

/** One step of removing an inbox; the last one removes the inbox itself. */
export function removeInbox(work: Work, name: InboxName): Slice {
  const { tables, ledger } = work
  if (!tables.inboxes.has(name)) return { changes: [], more: false }
  const changes: Change[] = []
  const seqs = tables.deliveries.inInbox(name, sliceSize + 1)
  for (const seq of seqs.slice(0, sliceSize)) {
    const message = tables.messages.bySeq(seq)
    if (message) changes.push(removeFromInbox(work, message, name, 'asked'))
  }
  if (seqs.length > sliceSize) return { changes, more: true }
  tables.inboxes.remove(name)
  changes.push(ledger.record({ kind: 'inbox', inboxes: [name] }))
  return { changes, more: false }
}

function removeCopy(work: Work, copy: Copy): Change | undefined {
  const message = find(work, copy.id)
  if (!message) return undefined
  switch (copy.of) {
    case 'message':
      return removeMessage(work, message, 'pop3')
    case 'inbox':
      return removeFromInbox(work, message, copy.inbox, 'pop3')
    case 'recipient':
      return removeFromRecipient(work, message, copy.address)
  }
}

function removeFromInbox(
  work: Work,
  message: MessageKey,
  inbox: InboxName,
  reason: NonNullable<Change['reason']>,
): Change {
  const { tables } = work
  const deliveries = tables.deliveries.of(message.seq)
  const others = deliveries.filter((delivery) => delivery.inbox !== inbox)
  if (others.length === 0) return removeMessage(work, message, reason)
  const held = new Set(others.flatMap(({ recipients }) => recipients))
  for (const { recipients } of deliveries.filter((delivery) => delivery.inbox === inbox)) {
    for (const n of recipients) if (!held.has(n)) tables.recipients.release(message.seq, n)
  }
  dropDelivery(work, message.seq, inbox)
  return work.ledger.record({
    kind: 'changed',
    messageId: message.id,
    inboxes: deliveries.map((d) => d.inbox),
  })
}

function removeFromRecipient(work: Work, message: MessageKey, address: string): Change | undefined {
  const { tables } = work
  const { seq, id } = message
  const copies = new Set(tables.recipients.copiesFor(seq, address))
  if (copies.size === 0) return undefined
  const deliveries = tables.deliveries.of(seq)
  const left = deliveries.map((delivery) => ({
    inbox: delivery.inbox,
    before: delivery.recipients.length,
    recipients: delivery.recipients.filter((n) => !copies.has(n)),
  }))
  // A delivery without recipients of its own (an import) does not go with anybody's copy.
  const isEmptied = (delivery: (typeof left)[number]): boolean =>
    delivery.before > 0 && delivery.recipients.length === 0
  if (left.every(isEmptied)) return removeMessage(work, message, 'pop3')
  for (const n of copies) tables.recipients.release(seq, n)
  for (const delivery of left) {
    if (isEmptied(delivery)) dropDelivery(work, seq, delivery.inbox)
    else if (delivery.recipients.length < delivery.before) {
      tables.deliveries.shrink(seq, delivery.inbox, delivery.recipients)
    }
  }
  return work.ledger.record({ kind: 'changed', messageId: id, inboxes: deliveries.map(({ inbox }) => inbox) })
}

function dropDelivery({ tables }: Work, seq: number, inbox: InboxName): void {
  tables.deliveries.remove(seq, inbox)
  tables.inboxes.vanish(inbox)
}

function find({ tables }: Work, id: MessageId): MessageKey | undefined {
  const seq = tables.messages.seqOf(id)
  return seq === undefined ? undefined : tables.messages.bySeq(seq)
}
