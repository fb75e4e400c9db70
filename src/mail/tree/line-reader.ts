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
  const counts: LineCounts = {
    bareLf: 0,
    bareCr: 0,
    nul: 0,
    longest: 0,
    firstBareLf: -1,
    firstBareCr: -1,
    firstNul: -1,
    firstLong: -1,
  }
  const line: Line = {
    data: Buffer.alloc(0),
    start: 0,
    end: 0,
    eol: 0,
    offset: 0,
    startsLine: true,
    hasHigh: false,
  }
  let carry: Buffer = Buffer.alloc(0)
  let consumed = 0
  let size = 0
  // of the line that is being read
  let length = 0
  let carriageReturns = 0
  let nuls = 0
  let high = 0

  function emit(start: number, end: number, eol: 0 | 1 | 2) {
    line.start = start
    line.end = end
    line.eol = eol
    line.offset = consumed + start
    line.hasHigh = high !== 0
    length += end - start
    handler.line(line)
  }

  function settleLine(offset: number) {
    if (nuls > 0 || carriageReturns > 0 || length > longestAllowed) note(offset)
    length = 0
    carriageReturns = 0
    nuls = 0
    high = 0
    line.startsLine = true
  }

  function note(offset: number) {
    if (nuls > 0 && counts.nul === 0) counts.firstNul = offset
    if (carriageReturns > 0 && counts.bareCr === 0) counts.firstBareCr = offset
    if (length > longestAllowed && counts.longest === 0) counts.firstLong = offset
    counts.nul += nuls
    if (carriageReturns > 0) counts.bareCr += 1
    if (length > longestAllowed) counts.longest = Math.max(counts.longest, length)
  }

  function endLine(data: Buffer, start: number, at: number) {
    const isCrlf = at > start && data[at - 1] === 13
    if (isCrlf) carriageReturns -= 1
    else {
      if (counts.bareLf === 0) counts.firstBareLf = consumed + at
      counts.bareLf += 1
    }
    emit(start, isCrlf ? at - 1 : at, isCrlf ? 2 : 1)
    settleLine(consumed + start)
  }

  function scan(data: Buffer): number {
    let start = 0
    for (let i = 0; i < data.length; i += 1) {
      const octet = data[i] ?? 0
      if (octet > 13 && octet < 128) continue
      if (octet === 10) {
        endLine(data, start, i)
        start = i + 1
      } else if (octet === 13) carriageReturns += 1
      else if (octet > 127) high = 1
      else if (octet === 0) nuls += 1
    }
    return start
  }

  /** Holds a short unfinished line; lets the octets of a long one go, but for a CR that may begin its end. */
  function keepRest(data: Buffer, start: number) {
    if (line.startsLine && data.length - start < limits.boundaryLine) {
      carry = Buffer.from(data.subarray(start))
      carriageReturns = 0
      nuls = 0
      high = 0
      return
    }
    const endsWithCr = data[data.length - 1] === 13
    const end = endsWithCr ? data.length - 1 : data.length
    if (end > start) {
      emit(start, end, 0)
      line.startsLine = false
    }
    if (endsWithCr) carriageReturns -= 1
    carry = Buffer.from(data.subarray(end))
  }

  return {
    feed(octets) {
      if (octets.length === 0) return
      const data = carry.length > 0 ? Buffer.concat([carry, octets]) : view(octets)
      size += octets.length
      line.data = data
      keepRest(data, scan(data))
      handler.release()
      consumed = size - carry.length
    },
    end() {
      if (carry.length === 0 && line.startsLine) return
      line.data = carry
      scan(carry)
      emit(0, carry.length, 0)
      settleLine(consumed)
      handler.release()
    },
    counts,
    get size() {
      return size
    },
  }
}

function view(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
}
