// Keeping a message: all its rows, in the transaction under way.

import { MailholdError } from '../../model/errors.js'
import type { Commit, NewMessage } from '../store.js'
import { chunkSize } from '../tables/chunk.js'
import { indexRow } from '../tables/search-index.js'
import type { Token } from './calls.js'
import type { Work } from './work.js'

/** @throws MailholdError `storeFailed` when the body was lost because the writer had to be started again */
export function keep(work: Work, message: NewMessage, body: Uint8Array | Token): Commit {
  const { tables, ledger } = work
  const inboxes = message.deliveries.map(({ inbox }) => inbox).sort()
  const change = ledger.record({ kind: 'kept', messageId: message.id, inboxes })
  const placed = typeof body === 'number' ? publish(work, body) : writeBody(work, body)
  tables.messages.insert(message, { ...placed, seq: change.seq, keptAt: change.at })
  tables.recipients.insertAll(change.seq, message.envelope.to, message.deliveries)
  for (const delivery of message.deliveries) {
    tables.inboxes.appear(delivery.inbox, change.at)
    tables.deliveries.insert(change.seq, delivery)
  }
  for (const tag of message.tags) tables.tags.add(change.seq, tag)
  noteDelay(work, Math.abs(change.at - message.receivedAt))
  ledger.index(indexRow(change.seq, message))
  return { changes: [change] }
}

/** One piece of a body that is still arriving. */
export function keepChunk(work: Work, token: Token, n: number, start: number, octets: Uint8Array): void {
  const { chunks } = work.tables
  const known = work.bodies.get(token)
  if (known === undefined && n > 0) throw lostBody()
  const body = known ?? chunks.nextBody()
  chunks.begin(body)
  chunks.insert(body, n, start, octets)
  work.bodies.set(token, body)
}

/** Nobody wants the body any more. */
export function discardBody(work: Work, token: Token): void {
  const body = work.bodies.get(token)
  if (body !== undefined) work.tables.chunks.abandon(body, null)
}

interface PlacedBody {
  readonly body: number
  readonly bodyStored: number
}

function writeBody({ tables }: Work, octets: Uint8Array): PlacedBody {
  const body = tables.chunks.nextBody()
  let bodyStored = 0
  let start = 0
  for (let n = 0; n === 0 || start < octets.byteLength; n++) {
    bodyStored += tables.chunks.insert(body, n, start, octets.subarray(start, start + chunkSize))
    start += chunkSize
  }
  return { body, bodyStored }
}

function publish({ tables, bodies }: Work, token: Token): PlacedBody {
  const body = bodies.get(token)
  if (body === undefined || !tables.chunks.publish(body)) throw lostBody()
  return { body, bodyStored: tables.chunks.storedSize(body) }
}

const lostBody = (): MailholdError =>
  new MailholdError(
    'storeFailed',
    'the store had to be opened again while the message arrived; send it again',
  )

/** Remembers the largest delay in steps of a power of two, so that it is written a few times in a store's life. */
function noteDelay({ tables }: Work, delay: number): void {
  if (delay > tables.meta.largestDelay())
    tables.meta.setLargestDelay(2 ** Math.ceil(Math.log2(Math.max(delay, 60_000))))
}
