// The messages of one file, whether it holds one (.eml) or many (mbox).

import { open } from 'node:fs/promises'
import { type MboxMessage, splitMbox } from './mbox.js'

export interface FileMessage extends MboxMessage {
  /** how a person finds it again: the path, and its place in an mbox */
  readonly name: string
}

const mboxStart = 'From '

/** An mbox is told by its first five octets. A message larger than `maxSize` comes without its octets. */
export async function* readMailFile(path: string, maxSize: number): AsyncGenerator<FileMessage> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mboxStart.length), 0, mboxStart.length, 0)
    const isMbox = buffer.toString('latin1', 0, bytesRead) === mboxStart
    if (isMbox) yield* readMbox(file.createReadStream({ start: 0, autoClose: false }), path, maxSize)
    else {
      const { size } = await file.stat()
      const octets = size > maxSize ? undefined : new Uint8Array(await file.readFile())
      yield { name: path, sender: '', size, octets }
    }
  } finally {
    await file.close()
  }
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
