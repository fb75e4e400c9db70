// Passes the lines of a part on as large runs of octets, the last line end held back because it may belong to a boundary.

import type { Line } from './line-reader.js'

export interface OctetSink {
  /** the octets are only valid during the call */
  push(octets: Uint8Array): void
  end(): void
}

export interface Run {
  add(line: Line): void
  /** the octets of the present buffer become invalid */
  release(): void
  /** ends the part; the held line end is part of it unless a boundary follows */
  end(how: 'before boundary' | 'end of message'): void
}

const lineEnds = [Buffer.alloc(0), Buffer.from('\n'), Buffer.from('\r\n')] as const

export function createRun(sink: OctetSink): Run {
  let data: Buffer | undefined
  let start = 0
  let end = 0
  let heldEol: 0 | 1 | 2 = 0

  function release() {
    if (data !== undefined && end > start) sink.push(data.subarray(start, end))
    data = undefined
  }

  return {
    add(line) {
      if (data === undefined) {
        if (heldEol !== 0) sink.push(lineEnds[heldEol])
        data = line.data
        start = line.start
      }
      end = line.end
      heldEol = line.eol
    },
    release,
    end(how) {
      release()
      if (how === 'end of message' && heldEol !== 0) sink.push(lineEnds[heldEol])
      sink.end()
    },
  }
}
