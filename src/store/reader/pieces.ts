// The octets of messages, chunk by chunk.

import type { Database } from 'better-sqlite3'
import { sql } from '../sql.js'
import { chunkReader } from '../tables/chunk.js'

const bodyOf = sql`select body, size from message where id = ?`

/** A piece of a message, and what to ask for next. */
export interface BodyPiece {
  readonly octets: Uint8Array<ArrayBuffer>
  readonly body: number
  readonly n: number
  /** octets of the whole message */
  readonly size: number
}

export function pieceReader(db: Database) {
  const message = db.prepare<[string], { body: number; size: number }>(bodyOf)
  const chunks = chunkReader(db)

  const read = (
    of: { body: number; size: number },
    n: number,
    start: number,
    end: number,
  ): BodyPiece | undefined => {
    const none = { octets: new Uint8Array(0), body: of.body, n, size: of.size }
    if (start >= Math.min(end, of.size)) return none
    const piece = chunks.piece(of.body, start, n)
    if (!piece) return undefined
    const octets = piece.octets.subarray(Math.max(0, start - piece.start), end - piece.start)
    return { octets: whole(octets), body: of.body, n: piece.n, size: of.size }
  }

  return {
    /** The piece at `start`; `undefined` if there is no such message. */
    first(id: string, start: number, end: number): BodyPiece | undefined {
      const found = message.get(id)
      return found && read(found, 0, start, end)
    },
    /** The part of chunk `n` that lies within the range; found also when its message was removed a moment ago. */
    next: read,
  }
}

/** Octets that own their buffer, so that it can be handed to another thread. */
function whole(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = octets
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return new Uint8Array(buffer)
  return Uint8Array.from(octets)
}
