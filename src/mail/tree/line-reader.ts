// Cuts the octets of a message into lines and counts what is wrong with their ends. Holds at most one short line.

import { limits } from '../limits.js'

/** One line, or a piece of one that is too long to be held. Octets are only valid during the call. */
export interface Line {
  data: Buffer
  start: number
  /** one past the last octet, the line end excluded */
  end: number
  /** octets of the line end behind it: 2 for CRLF, 1 for LF, 0 for a piece or the end of the message */
  eol: 0 | 1 | 2
  /** octets from the start of the message to `start` */
  offset: number
  startsLine: boolean
  /** the line so far holds octets above 127 */
  hasHigh: boolean
}

export interface LineHandler {
  line(line: Line): void
  /** the octets of the present `data` become invalid */
  release(): void
}

export interface LineCounts {
  bareLf: number
  bareCr: number
  nul: number
  longest: number
  /** octet offsets of the first of each */
  firstBareLf: number
  firstBareCr: number
  firstNul: number
  firstLong: number
}

export interface LineReader {
  feed(octets: Uint8Array): void
  end(): void
  readonly counts: Readonly<LineCounts>
  /** octets fed so far */
  readonly size: number
}

const longestAllowed = 998

export function createLineReader(handler: LineHandler): LineReader {
  return new LinesInReading(handler)
}

/** Lives from the first octet of a message to its last. */
class LinesInReading implements LineReader {
  readonly #handler: LineHandler
  readonly #counts: LineCounts = {
    bareLf: 0,
    bareCr: 0,
    nul: 0,
    longest: 0,
    firstBareLf: -1,
    firstBareCr: -1,
    firstNul: -1,
    firstLong: -1,
  }
  /** one object for all lines: there may be millions */
  readonly #line: Line = {
    data: Buffer.alloc(0),
    start: 0,
    end: 0,
    eol: 0,
    offset: 0,
    startsLine: true,
    hasHigh: false,
  }
  #carry: Buffer = Buffer.alloc(0)
  #consumed = 0
  #size = 0
  // of the line that is being read
  #length = 0
  #carriageReturns = 0
  #nuls = 0
  #high = 0

  constructor(handler: LineHandler) {
    this.#handler = handler
  }

  get counts(): Readonly<LineCounts> {
    return this.#counts
  }

  get size(): number {
    return this.#size
  }

  feed(octets: Uint8Array): void {
    if (octets.length === 0) return
    const data = this.#carry.length > 0 ? Buffer.concat([this.#carry, octets]) : view(octets)
    this.#size += octets.length
    this.#line.data = data
    this.#keepRest(data, this.#scan(data))
    this.#handler.release()
    this.#consumed = this.#size - this.#carry.length
  }

  end(): void {
    if (this.#carry.length === 0 && this.#line.startsLine) return
    this.#line.data = this.#carry
    this.#scan(this.#carry)
    this.#emit(0, this.#carry.length, 0)
    this.#settleLine(this.#consumed)
    this.#handler.release()
  }

  #emit(start: number, end: number, eol: 0 | 1 | 2) {
    this.#line.start = start
    this.#line.end = end
    this.#line.eol = eol
    this.#line.offset = this.#consumed + start
    this.#line.hasHigh = this.#high !== 0
    this.#length += end - start
    this.#handler.line(this.#line)
  }

  #settleLine(offset: number) {
    if (this.#nuls > 0 || this.#carriageReturns > 0 || this.#length > longestAllowed) this.#note(offset)
    this.#length = 0
    this.#carriageReturns = 0
    this.#nuls = 0
    this.#high = 0
    this.#line.startsLine = true
  }

  #note(offset: number) {
    if (this.#nuls > 0 && this.#counts.nul === 0) this.#counts.firstNul = offset
    if (this.#carriageReturns > 0 && this.#counts.bareCr === 0) this.#counts.firstBareCr = offset
    if (this.#length > longestAllowed && this.#counts.longest === 0) this.#counts.firstLong = offset
    this.#counts.nul += this.#nuls
    if (this.#carriageReturns > 0) this.#counts.bareCr += 1
    if (this.#length > longestAllowed) this.#counts.longest = Math.max(this.#counts.longest, this.#length)
  }

  #endLine(data: Buffer, start: number, at: number) {
    const isCrlf = at > start && data[at - 1] === 13
    if (isCrlf) this.#carriageReturns -= 1
    else {
      if (this.#counts.bareLf === 0) this.#counts.firstBareLf = this.#consumed + at
      this.#counts.bareLf += 1
    }
    this.#emit(start, isCrlf ? at - 1 : at, isCrlf ? 2 : 1)
    this.#settleLine(this.#consumed + start)
  }

  #scan(data: Buffer): number {
    let start = 0
    for (let i = 0; i < data.length; i += 1) {
      const octet = data[i] ?? 0
      if (octet > 13 && octet < 128) continue
      if (octet === 10) {
        this.#endLine(data, start, i)
        start = i + 1
      } else if (octet === 13) this.#carriageReturns += 1
      else if (octet > 127) this.#high = 1
      else if (octet === 0) this.#nuls += 1
    }
    return start
  }

  /** Holds a short unfinished line; lets the octets of a long one go, but for a CR that may begin its end. */
  #keepRest(data: Buffer, start: number) {
    if (this.#line.startsLine && data.length - start < limits.boundaryLine) {
      this.#carry = Buffer.from(data.subarray(start))
      this.#carriageReturns = 0
      this.#nuls = 0
      this.#high = 0
      return
    }
    const endsWithCr = data[data.length - 1] === 13
    const end = endsWithCr ? data.length - 1 : data.length
    if (end > start) {
      this.#emit(start, end, 0)
      this.#line.startsLine = false
    }
    if (endsWithCr) this.#carriageReturns -= 1
    this.#carry = Buffer.from(data.subarray(end))
  }
}

function view(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
}
