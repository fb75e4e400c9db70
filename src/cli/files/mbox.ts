// Splits an mbox file into its messages as its octets come. Understands mboxrd and, as far as one can, mboxo.

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
const longestStart = 1024

/** @param maxSize octets of a message that are held at most; of a longer one only the size is told */
export function splitMbox(maxSize: number): MboxSplitter {
  let kept = Buffer.alloc(0)
  let isInsideLine = false
  let isAfterBlank = true
  let open: OpenMessage | undefined

  const push = (piece: Uint8Array, isLast: boolean): readonly MboxMessage[] => {
    const found: MboxMessage[] = []
    const data = kept.length === 0 ? Buffer.from(piece) : Buffer.concat([kept, piece])
    let at = 0
    while (at < data.length) {
      const end = data.indexOf(newline, at) + 1
      // the beginning of a line must be seen whole before it can be judged
      if (end === 0 && !isInsideLine && !isLast && data.length - at < longestStart) break
      const line = data.subarray(at, end || data.length)
      at += line.length
      if (!isInsideLine && isAfterBlank && isSeparator(line)) {
        if (open) found.push(finish(open))
        open = { sender: senderOf(line), pieces: [], size: 0, blankEnd: 0 }
      } else if (open) append(open, isInsideLine ? line : unquoted(line), maxSize)
      isAfterBlank = !isInsideLine && isBlank(line)
      isInsideLine = end === 0
    }
    kept = data.subarray(at)
    return found
  }
  return {
    push: (piece) => push(piece, false),
    end: () => [...push(Buffer.alloc(0), true), ...(open ? [finish(open)] : [])],
  }
}

interface OpenMessage {
  readonly sender: string
  pieces: Buffer[]
  size: number
  /** octets of the last line if it is blank: the one before the next separator belongs to the file, not to the message */
  blankEnd: number
}

function append(message: OpenMessage, line: Buffer, maxSize: number): void {
  const last = message.pieces.at(-1)
  const isNext = last && last.buffer === line.buffer && last.byteOffset + last.length === line.byteOffset
  // lines that follow each other are held as one piece: a message of a million short lines costs no more than its octets
  if (isNext) message.pieces[message.pieces.length - 1] = joined(last, line)
  else message.pieces.push(line)
  message.size += line.length
  message.blankEnd = isBlank(line) ? line.length : 0
  if (message.size - message.blankEnd > maxSize) message.pieces = []
}

const joined = (one: Buffer, next: Buffer): Buffer =>
  Buffer.from(one.buffer, one.byteOffset, one.length + next.length)

function finish({ sender, pieces, size: sizeInFile, blankEnd }: OpenMessage): MboxMessage {
  const size = sizeInFile - blankEnd
  const isWhole = pieces.length > 0 || size === 0
  return { sender, size, octets: isWhole ? new Uint8Array(Buffer.concat(pieces, size)) : undefined }
}

const isBlank = (line: Buffer): boolean => line.length <= 2 && /^\r?\n$/.test(line.toString('latin1'))

/** `From ada@example.com Sun Nov 22 21:00:00 2026`; a time tells it from prose that begins with "From". */
function isSeparator(line: Buffer): boolean {
  return line.length <= longestStart && /^From .*\d\d?:\d\d/.test(line.toString('latin1'))
}

function senderOf(line: Buffer): string {
  const word = line.toString('utf8').split(' ')[1] ?? ''
  return word.includes('@') ? word : ''
}

/** mboxrd: of a line `>From `, `>>From `, … the first sign was added. */
function unquoted(line: Buffer): Buffer {
  if (line[0] !== 0x3e) return line
  let at = 1
  while (line[at] === 0x3e) at += 1
  return line.toString('latin1', at, at + 5) === 'From ' ? line.subarray(1) : line
}
