// The CRLF form of a message, which POP3 sends (RFC 1939 §3, §11): bare LF becomes CRLF, a missing final line end is added.

const lf = 10
const cr = 13
const none = new Int32Array(0)

export interface CrlfCounter {
  feed(octets: Uint8Array): void
  /** octets of the CRLF form of what was fed so far, taken as the whole message */
  readonly size: number
}

/** Counts the octets of the CRLF form without making it. */
export function createCrlfCounter(): CrlfCounter {
  let fed = 0
  let bare = 0
  let last = -1
  return {
    feed(octets) {
      if (octets.length === 0) return
      bare += countBare(octets, last)
      fed += octets.length
      last = octets[octets.length - 1] ?? -1
    },
    get size() {
      return fed + bare + (fed > 0 && last !== lf ? 2 : 0)
    },
  }
}

/** Line feeds without a carriage return before them; four octets at a time, since every octet received passes here. */
function countBare(octets: Uint8Array, before: number): number {
  const length = octets.length
  let count = 0
  let previous = before
  let i = 0
  const head = Math.min(length, (4 - (octets.byteOffset & 3)) & 3)
  const words =
    length - head < 4 ? none : new Int32Array(octets.buffer, octets.byteOffset + head, (length - head) >> 2)
  for (; i < head; i += 1) {
    const octet = octets[i] ?? 0
    if (octet === lf && previous !== cr) count += 1
    previous = octet
  }
  for (let w = 0; w < words.length; w += 1) {
    const mixed = (words[w] ?? 0) ^ 0x0a0a0a0a
    // the well-known test whether one of four octets is zero
    if (((mixed - 0x01010101) & ~mixed & 0x80808080) === 0) continue
    const at = head + (w << 2)
    for (i = at; i < at + 4; i += 1) {
      if (octets[i] === lf && (i === 0 ? before : octets[i - 1]) !== cr) count += 1
    }
  }
  for (i = head + (words.length << 2); i < length; i += 1) {
    if (octets[i] === lf && (i === 0 ? before : octets[i - 1]) !== cr) count += 1
  }
  return count
}

/**
 * The CRLF form, piece by piece; an empty message stays empty, a bare CR is left alone. With `bodyLines` only the header, the empty
 * line and so many lines of the body (TOP, RFC 1939 §7), and the source is not read further than that.
 */
export async function* toCrlfForm(
  octets: AsyncIterable<Uint8Array>,
  bodyLines = Number.POSITIVE_INFINITY,
): AsyncIterable<Uint8Array> {
  const top = createTopCut(bodyLines)
  let last = -1
  for await (const piece of octets) {
    if (piece.length === 0) continue
    const end = top.endIn(piece)
    const wanted = end === undefined ? piece : piece.subarray(0, end)
    const bare = countBare(wanted, last)
    if (wanted.length > 0) yield bare === 0 ? wanted : withCr(wanted, last, bare)
    last = wanted[wanted.length - 1] ?? last
    if (end !== undefined) break
  }
  if (last !== -1 && last !== lf) yield Uint8Array.of(cr, lf)
}

function withCr(octets: Uint8Array, before: number, bare: number): Uint8Array {
  const output = new Uint8Array(octets.length + bare)
  let length = 0
  let previous = before
  for (const octet of octets) {
    if (octet === lf && previous !== cr) output[length++] = cr
    output[length++] = octet
    previous = octet
  }
  return output
}

/** Finds where TOP ends: behind the empty line and `bodyLines` further lines. */
function createTopCut(bodyLines: number): { endIn(piece: Uint8Array): number | undefined } {
  let left = bodyLines
  let isBody = false
  /** octets of the line that is being read; a CR alone may still become an empty line */
  let line: 'empty' | 'cr' | 'text' = 'empty'
  function endLine(): boolean {
    if (isBody) left -= 1
    else if (line !== 'text') isBody = true
    line = 'empty'
    return isBody && left <= 0
  }
  return {
    endIn(piece) {
      if (left === Number.POSITIVE_INFINITY) return undefined
      for (let i = 0; i < piece.length; i += 1) {
        const octet = piece[i]
        if (octet !== lf) line = line === 'empty' && octet === cr ? 'cr' : 'text'
        else if (endLine()) return i + 1
      }
      return undefined
    },
  }
}
