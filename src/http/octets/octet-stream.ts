// Hands octets to a response piece by piece, as fast as the client takes them.

import { Readable } from 'node:stream'

/** Closing the stream early ends the source too. */
export const octetStream = (source: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(source, { objectMode: false, highWaterMark: 256 * 1024 })
