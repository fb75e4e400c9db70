// Streams a message from a request into the mailroom, with back-pressure.

import { randomBytes } from 'node:crypto'
import type { Incoming, Kept, Mailroom } from '../../mailroom/mailroom.js'
import type { Envelope } from '../../model/envelope.js'
import { MailholdError } from '../../model/errors.js'
import { asSessionId, freshId } from '../../model/ids.js'
import type { Origin } from '../../model/session.js'

/** A message handed over by HTTP belongs to no SMTP session; its id is its own. */
export function httpOrigin(remote: string | undefined): Origin {
  const sessionId = asSessionId(freshId(Date.now(), randomBytes(8)))
  if (sessionId === undefined) throw new Error('a fresh id has the form of an id')
  return { sessionId, via: 'http', ...(remote !== undefined && { remote }) }
}

export interface Receiving {
  readonly mailroom: Pick<Mailroom, 'receive'>
  readonly origin: Origin
  /** octets */
  readonly maxMessageSize: number
  readonly announcedSize: number
}

/**
 * Keeps what `source` gives; if it breaks off, nothing is kept.
 * @throws MailholdError `tooBig`, and what the mailroom throws
 */
export async function receiveFrom(
  source: AsyncIterable<Uint8Array>,
  envelope: Envelope,
  { mailroom, origin, maxMessageSize, announcedSize }: Receiving,
): Promise<Kept> {
  const incoming = mailroom.receive({ envelope, origin, announcedSize })
  try {
    for await (const octets of source) await writeWithin(incoming, octets, maxMessageSize)
  } catch (error) {
    incoming.discard()
    throw error
  }
  return incoming.keep()
}

function writeWithin(incoming: Incoming, octets: Uint8Array, most: number): Promise<void> | undefined {
  if (incoming.size + octets.length > most) throw tooBig(most)
  return incoming.write(octets)
}

/** @param most octets */
export const tooBig = (most: number): MailholdError =>
  new MailholdError('tooBig', `A message may have ${most} octets at most (--max-message-size).`)
