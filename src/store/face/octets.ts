// Streams the octets of a message, a few chunks ahead of whoever reads them.

import { MailholdError } from '../../model/errors.js'
import type { MessageId } from '../../model/ids.js'
import type { ReaderCalls } from '../reader/calls.js'
import type { BodyPiece } from '../reader/pieces.js'
import { chunkSize } from '../tables/chunk.js'

/** Chunks that are asked for before they are needed. */
const ahead = 2

export interface PieceSource {
  first(...args: Parameters<ReaderCalls['firstPiece']>): Promise<BodyPiece | undefined>
  next(...args: Parameters<ReaderCalls['nextPiece']>): Promise<BodyPiece | undefined>
}

/** @throws MailholdError `notFound` when there is no such message, or it goes while it is read */
export async function* readOctets(
  source: PieceSource,
  id: MessageId,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const first = await source.first(id, start, end)
  if (!first) throw gone(id)
  const until = Math.min(end, first.size)
  yield first.octets
  let at = start + first.octets.byteLength
  let asked = first.n
  const coming: Promise<BodyPiece | undefined>[] = []
  while (at < until) {
    const chunksLeft = Math.ceil((until - at) / chunkSize)
    while (coming.length < Math.max(1, Math.min(ahead, chunksLeft))) {
      const piece = source.next({ body: first.body, size: first.size }, ++asked, start, until)
      // Whoever stops reading leaves some behind.
      piece.catch(() => {})
      coming.push(piece)
    }
    const piece = await coming.shift()
    if (!piece) throw gone(id)
    at += piece.octets.byteLength
    yield piece.octets
  }
}

const gone = (id: MessageId): MailholdError => new MailholdError('notFound', `there is no message ${id}`)
