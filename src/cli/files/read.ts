// The messages of one file or of standard input, whether it holds one (.eml) or many (mbox).

import { open } from 'node:fs/promises'
import { type MboxMessage, splitMbox } from './mbox.js'
import { isMbox, longestSeparator } from './separator.js'

export interface FileMessage extends MboxMessage {
  /** how a person finds it again: the path, and its place in an mbox */
  readonly name: string
}

/** A message larger than `maxSize` comes without its octets. */
export async function* readMailFile(path: string, maxSize: number): AsyncGenerator<FileMessage> {
  const file = await open(path)
  try {
    yield* readMail(file.createReadStream({ start: 0, autoClose: false }), path, maxSize)
  } finally {
    await file.close()
  }
}

/** The same for what comes in pieces; `name` is how its messages are called. */
export async function* readMail(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  maxSize: number,
): AsyncGenerator<FileMessage> {
  const rest = pieces[Symbol.asyncIterator]()
  const start = await beginning(rest)
  const whole = async function* () {
    yield start
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  if (isMbox(name, start.toString('latin1'))) yield* readMbox(whole(), name, maxSize)
  else yield { name, sender: '', ...(await gather(whole(), maxSize)) }
}

/** So many octets that a separator can be told, fewer where there are no more. */
async function beginning(pieces: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let start = Buffer.alloc(0)
  while (start.length < longestSeparator) {
    const { done, value } = await pieces.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  return start
}

async function gather(
  pieces: AsyncIterable<Uint8Array>,
  maxSize: number,
): Promise<Pick<MboxMessage, 'size' | 'octets'>> {
  let kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > maxSize) kept = []
    else kept.push(piece)
  }
  return { size, octets: size > maxSize ? undefined : new Uint8Array(Buffer.concat(kept)) }
}

async function* readMbox(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  maxSize: number,
): AsyncGenerator<FileMessage> {
  const splitter = splitMbox(maxSize)
  let place = 0
  const named = (message: MboxMessage): FileMessage => {
    place += 1
    return { ...message, name: `${path}, message ${place}` }
  }
  for await (const piece of pieces) yield* splitter.push(piece).map(named)
  yield* splitter.end().map(named)
}
