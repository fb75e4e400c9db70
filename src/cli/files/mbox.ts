// Splits an mbox file into its messages as its octets come. Undoes mboxrd exactly, and mboxo as far as one can.

import { longestSeparator, looseForm, senderOf, shapeOf, strictForm } from './separator.js'

export interface MboxMessage {
  /** the address in the separator line, `''` where there is none */
  readonly sender: string
  readonly size: number
  /** `undefined` when it is larger than allowed */
  readonly octets: Uint8Array<ArrayBuffer> | undefined
}

export interface MboxSplitter {
  /** Takes a piece of the file; gives the messages that are whole now. */
  push(piece: Uint8Array): readonly MboxMessage[]
  /** Gives what is left at the end of the file. */
  end(): readonly MboxMessage[]
}

const newline = 0x0a
const carriageReturn = 0x0d
const quote = 0x3e
const letterF = 0x46

/**
 * The first line of the file is a separator in whatever form (`isMbox`); later ones have a known form or the shape of the first.
 * @param maxSize octets of a message that are held at most; of a longer one only the size is told
 */
export function splitMbox(maxSize: number): MboxSplitter {
  let kept = Buffer.alloc(0)
  let isInsideLine = false
  let isAfterBlank = true
  let open: OpenMessage | undefined
  let shape: string | undefined

  const push = (piece: Uint8Array, isLast: boolean): readonly MboxMessage[] => {
    const found: MboxMessage[] = []
    const data = kept.length === 0 ? Buffer.from(piece) : Buffer.concat([kept, piece])
    let at = 0
    while (at < data.length) {
      const newlineAt = data.indexOf(newline, at)
      const end = newlineAt < 0 ? data.length : newlineAt + 1
      // the beginning of a line must be seen whole before it can be judged
      if (newlineAt < 0 && !isInsideLine && !isLast && end - at < longestSeparator) break
      const kind = isInsideLine ? 'content' : kindOf({ data, from: at, to: end }, shape)
      if (!open || kind === 'separator' || (kind === 'maybe' && isAfterBlank)) {
        if (open) found.push(finish(open, maxSize))
        else if (kind === 'content') shape = shapeOf(data.toString('latin1', at, end))
        open = opened(data.subarray(at, end))
      } else if (open) append(open, { data, from: kind === 'quoted' ? at + 1 : at, to: end }, maxSize)
      isAfterBlank = kind === 'blank'
      isInsideLine = newlineAt < 0
      at = end
    }
    kept = data.subarray(at)
    return found
  }
  return {
    push: (piece) => push(piece, false),
    end: () => [...push(Buffer.alloc(0), true), ...(open ? [finish(open, maxSize)] : [])],
  }
}

interface OpenMessage {
  readonly sender: string
  /** whether the file's own lines end with CRLF */
  readonly hasCrlf: boolean
  runs: Run[]
  size: number
}

/** Lines that follow each other in a piece are one run: a million short lines cost no more than their octets. */
interface Run {
  readonly data: Buffer
  readonly from: number
  to: number
}

const opened = (separator: Buffer): OpenMessage => ({
  sender: senderOf(separator.toString('utf8')),
  hasCrlf: separator.at(-2) === carriageReturn,
  runs: [],
  size: 0,
})

function append(message: OpenMessage, run: Run, maxSize: number): void {
  const last = message.runs.at(-1)
  if (last && last.data === run.data && last.to === run.from) last.to = run.to
  else message.runs.push(run)
  message.size += run.to - run.from
  if (message.size > maxSize + fileEndMost) message.runs = []
}

const fileEndMost = 2

/** Takes off what belongs to the file: mboxrd puts one line feed behind each message, CRLF files an empty line. */
function finish({ sender, hasCrlf, runs, size: sizeInFile }: OpenMessage, maxSize: number): MboxMessage {
  const isWhole = sizeInFile <= maxSize + fileEndMost
  const octets = Buffer.concat(runs.map(({ data, from, to }) => data.subarray(from, to)))
  const size = sizeInFile - fileEnd(octets.toString('latin1', Math.max(0, octets.length - 4)), hasCrlf)
  return {
    sender,
    size,
    octets: isWhole && size <= maxSize ? new Uint8Array(octets.subarray(0, size)) : undefined,
  }
}

function fileEnd(tail: string, hasCrlf: boolean): number {
  if (!hasCrlf) return tail.endsWith('\n') ? 1 : 0
  return tail.endsWith('\r\n\r\n') || tail === '\r\n' ? 2 : 0
}

type LineKind = 'separator' | 'maybe' | 'quoted' | 'blank' | 'content'

/** `maybe` is a separator behind a blank line, and prose elsewhere. `shape` is that of the file's first line in no known form. */
function kindOf({ data, from, to }: Run, shape: string | undefined): LineKind {
  const first = data[from]
  if (first === newline || (first === carriageReturn && data[from + 1] === newline)) return 'blank'
  if (first === quote) return isQuoted(data, from) ? 'quoted' : 'content'
  if (first !== letterF || to - from > longestSeparator) return 'content'
  const line = data.toString('latin1', from, to)
  if (strictForm.test(line)) return 'separator'
  if (looseForm.test(line)) return 'maybe'
  return shape !== undefined && line.startsWith('From ') && shapeOf(line) === shape ? 'maybe' : 'content'
}

/** mboxrd: of a line `>From `, `>>From `, … the first sign was added. */
function isQuoted(data: Buffer, from: number): boolean {
  let at = from + 1
  while (data[at] === quote) at += 1
  return data[at] === letterF && data.toString('latin1', at, at + 5) === 'From '
}
