// Answers with a text of many megabytes, made and sent in pieces: between two of them everybody else is served.

import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { octetStream } from './octet-stream.js'

/** UTF-16 units of a text that is written as one piece; a piece takes about a millisecond. */
const pieceLength = 256 * 1024

/** A text of more units than this is sent in pieces. */
export const isLong = (text: string | null | undefined): boolean => (text?.length ?? 0) > 2 * pieceLength

/** Pieces that are encoded one by one; a surrogate pair is never cut. */
export function* piecesOf(text: string): Iterable<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + pieceLength
    const cut = isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end
    yield text.slice(start, cut)
    start = cut
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** A JSON object whose own long strings are written in pieces, and all else member by member. */
export function* jsonPieces(object: object): Iterable<string> {
  let before = '{'
  for (const [name, value] of Object.entries(object)) {
    const key = `${before}${JSON.stringify(name)}:`
    before = ','
    if (typeof value !== 'string' || !isLong(value)) yield `${key}${JSON.stringify(value)}`
    else {
      yield `${key}"`
      for (const piece of piecesOf(value)) yield JSON.stringify(piece).slice(1, -1)
      yield '"'
    }
  }
  yield before === '{' ? '{}' : '}'
}

/** UTF-8 octets, a turn of the event loop for each piece; read no faster than the client does. */
export const streamPieces = (pieces: Iterable<string>): Readable => octetStream(octetsOf(pieces))

async function* octetsOf(pieces: Iterable<string>): AsyncIterable<Buffer> {
  for (const piece of pieces) {
    yield Buffer.from(piece)
    await nextTurn()
  }
}
