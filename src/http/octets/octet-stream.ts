// Hands octets to a response piece by piece, as fast as the client takes them.

import { Readable } from 'node:stream'

/** Closing the stream early ends the source too. */
export const octetStream = (source: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(source, { objectMode: false, highWaterMark: 256 * 1024 })

/** For HEAD: a stream, because of a text the framework would announce the length over the one that was set. */
export const noOctets = (): Readable => Readable.from([], { objectMode: false })
