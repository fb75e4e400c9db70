// Reads the beginning of a stream without taking it away from whoever reads the stream after.

import { endsHeader, headerLimit } from './header-block.js'

export interface Peeked {
  /** the header block and perhaps more */
  readonly beginning: Uint8Array
  /** the whole stream, the beginning included */
  readonly whole: AsyncIterable<Uint8Array>
}

/** Takes pieces until the header block is whole, or the limit or the end is reached. */
export async function peekHeader(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const buffer = Buffer.alloc(headerLimit)
  const pieces: Uint8Array[] = []
  let filled = 0
  while (filled < headerLimit) {
    const { value, done } = await iterator.next()
    if (done) break
    pieces.push(value)
    const looked = filled
    filled += Buffer.from(value.buffer, value.byteOffset, value.byteLength).copy(buffer, filled)
    if (endsHeader(buffer.subarray(0, filled), looked - 3)) break
  }
  return { beginning: buffer.subarray(0, filled), whole: again(pieces, iterator) }
}

async function* again(
  pieces: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* pieces
  while (true) {
    const { value, done } = await rest.next()
    if (done) return
    yield value
  }
}
