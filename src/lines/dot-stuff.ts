// Dots in front of lines (RFC 1939 §3, RFC 5321 §4.5.2): a line that begins with one gets another.

const dot = 0x2e
const carriageReturn = 0x0d
const lineFeed = 0x0a
/** octets */
const shortLine = 200
const lineThenDot = Buffer.from('\r\n.')
const end = Buffer.from('.\r\n')
const endOfOpenLine = Buffer.from('\r\n.\r\n')

/**
 * Stuffs one multi-line response, fed in any pieces. Lines end with CRLF. Pieces without a dot to be stuffed are
 * passed on as they are, others are copied once, however many lines they have.
 */
export class DotStuffer {
  #place: 'lineStart' | 'inLine' | 'afterCr' = 'lineStart'

  stuff(octets: Uint8Array): Uint8Array {
    if (octets.length === 0) return octets
    const piece = Buffer.from(octets.buffer, octets.byteOffset, octets.length)
    const first = this.#dotBelongsBefore(piece)
    this.#place = placeAfter(piece, this.#place)
    return first < 0 ? piece : withDots(piece, first)
  }

  /** The line that ends the response; ends an open line first. */
  finish(): Uint8Array {
    return this.#place === 'lineStart' ? end : endOfOpenLine
  }

  /** Where the first dot to be stuffed stands, -1 for none. */
  #dotBelongsBefore(piece: Buffer): number {
    if (this.#place === 'lineStart' && piece[0] === dot) return 0
    if (this.#place === 'afterCr' && piece[0] === lineFeed && piece[1] === dot) return 1
    const found = piece.indexOf(lineThenDot)
    return found < 0 ? -1 : found + 2
  }
}

function placeAfter(
  piece: Buffer,
  before: 'lineStart' | 'inLine' | 'afterCr',
): 'lineStart' | 'inLine' | 'afterCr' {
  const last = piece.at(-1)
  if (last === carriageReturn) return 'afterCr'
  const previousIsCr = piece.length > 1 ? piece.at(-2) === carriageReturn : before === 'afterCr'
  return last === lineFeed && previousIsCr ? 'lineStart' : 'inLine'
}

/** @param first where the first dot to be stuffed stands; every later one follows a CRLF of the same piece */
function withDots(piece: Buffer, first: number): Buffer {
  const places = dotsFrom(piece, first)
  const stuffed = Buffer.allocUnsafe(piece.length + places.length)
  let from = 0
  let written = 0
  for (const at of places) {
    written = copied(piece, from, at, stuffed, written)
    stuffed[written++] = dot
    from = at
  }
  copied(piece, from, piece.length, stuffed, written)
  return stuffed
}

function dotsFrom(piece: Buffer, first: number): number[] {
  const places: number[] = []
  for (let at = first; at >= 0; at = next(piece, at)) places.push(at)
  return places
}

const next = (piece: Buffer, at: number): number => {
  const found = piece.indexOf(lineThenDot, at)
  return found < 0 ? -1 : found + 2
}

/** Copies `from` to before `end` and returns where writing goes on; a call of `copy` costs more than a short line. */
function copied(piece: Buffer, from: number, end: number, target: Buffer, at: number): number {
  if (end - from > shortLine) return at + piece.copy(target, at, from, end)
  let written = at
  for (let i = from; i < end; i++) target[written++] = piece[i] ?? 0
  return written
}
