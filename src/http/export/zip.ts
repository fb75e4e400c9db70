// A zip archive as a stream: deflated entries whose sizes follow them, and ZIP64 where the numbers need it
// (PKWARE APPNOTE 6.3: §4.3.7 local header, §4.3.9 data descriptor, §4.3.12 directory, §4.3.14 ZIP64 end, §4.3.16 end).

import { crc32, createDeflateRaw } from 'node:zlib'
import { centralEntry, dataDescriptor, type Entry, endRecords, localHeader } from './zip-records.js'

export interface ZipFile {
  /** made safe for every system, and no two alike */
  readonly name: string
  /** milliseconds since 1970 */
  readonly at: number
  readonly octets: AsyncIterable<Uint8Array>
}

/** Files are read one after the other, each to its end. */
export async function* zip(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const file of files) {
    const start = offset
    const header = localHeader(file.name, file.at)
    yield header
    const sums: Sums = { crc: 0, size: 0, packedSize: 0 }
    yield* deflate(file.octets, sums)
    yield dataDescriptor(sums)
    const entry: Entry = { name: file.name, at: file.at, start, ...sums }
    offset += header.length + sums.packedSize + dataDescriptor(sums).length
    directory.push(centralEntry(entry))
  }
  yield* directory
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  yield endRecords({ entries: directory.length, start: offset, size })
}

interface Sums {
  crc: number
  size: number
  packedSize: number
}

async function* deflate(octets: AsyncIterable<Uint8Array>, sums: Sums): AsyncGenerator<Uint8Array> {
  const deflater = createDeflateRaw({ level: 3 })
  const feeding = feed(octets, deflater, sums)
  // a source that fails ends the reading below with its error; this only keeps the process from seeing it twice
  feeding.catch((error: unknown) =>
    deflater.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  for await (const packed of deflater) {
    sums.packedSize += packed.length
    yield packed
  }
  await feeding
}

async function feed(
  octets: AsyncIterable<Uint8Array>,
  deflater: NodeJS.WritableStream,
  sums: Sums,
): Promise<void> {
  for await (const piece of octets) {
    sums.crc = crc32(piece, sums.crc)
    sums.size += piece.length
    if (!deflater.write(piece)) await new Promise((resolve) => deflater.once('drain', resolve))
  }
  deflater.end()
}
