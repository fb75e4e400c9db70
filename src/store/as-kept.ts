// A message as it will be read back, made of what was given to be kept: who has that at hand need not ask the database.

import type { MailFacts } from '../model/facts.js'
import type { Message } from '../model/message.js'
import { addressesOf } from './addresses.js'
import { unpackJson } from './codec.js'
import type { NewMessage } from './store.js'
import { asSummary } from './summary.js'

/**
 * What `Store.message` answers right after `Store.keep`, as long as nobody marked the message. Pure.
 * @param message with facts that the store has not taken over: keep copies their buffer aside
 * @param seq the place in the order that the commit told
 */
export function asKept(message: NewMessage, seq: number): Message {
  const { envelope, origin, crlfSize, sha256 } = message
  const facts = unpackJson<MailFacts>(message.facts.packed)
  const recipients = envelope.to.map(({ address }) => address)
  const deliveries = [...message.deliveries].sort((one, other) => (one.inbox < other.inbox ? -1 : 1))
  const row = {
    seq,
    id: message.id,
    received_at: message.receivedAt,
    size: message.size,
    subject: message.facts.subject,
    snippet: message.facts.snippet,
    date: message.facts.date ?? null,
    addresses: message.facts.addresses,
    attachment_count: message.facts.attachmentCount,
    problem_count: message.facts.problemCount,
    is_read: 0,
    reverse_path: envelope.from.address,
    inboxes: deliveries.map(({ inbox }) => inbox).join(' '),
    tags: JSON.stringify([...message.tags].sort()),
  }
  const summary = asSummary(row, addressesOf(facts, recipients))
  return { summary, envelope, deliveries, origin, crlfSize, sha256, facts }
}
