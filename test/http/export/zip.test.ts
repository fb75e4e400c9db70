import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type ZipFile, zip } from '#mailhold/http/export/zip.js'
import { centralEntry, endRecords } from '#mailhold/http/export/zip-records.js'

async function* filesOf(contents: readonly Buffer[]): AsyncGenerator<ZipFile> {
  for (const [at, content] of contents.entries()) {
    yield { name: `${at}.eml`, at: Date.UTC(2026, 10, 22, 21, 52, 12), octets: pieces(content) }
  }
}

async function* pieces(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 60_000) yield content.subarray(at, at + 60_000)
}

async function collect(octets: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of octets) all.push(piece)
  return Buffer.concat(all)
}

/** Reads by the directory at the end, as archivers do. */
function unzip(archive: Buffer): { name: string; content: Buffer }[] {
  const end = archive.length - 22
  expect(archive.readUInt32LE(end)).toBe(0x06054b50)
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50)
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    expect(archive.readUInt32LE(local)).toBe(0x04034b50)
    const start = local + 30 + archive.readUInt16LE(local + 26)
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    const content = inflateRawSync(packed)
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16))
    expect(content.length).toBe(archive.readUInt32LE(at + 24))
    at += 46 + nameLength
    return { name, content }
  })
}

describe('a zip archive', () => {
  it('gives every file back as it was', async () => {
    const contents = [Buffer.from('hello\r\n'), Buffer.alloc(0), Buffer.alloc(500_000, 'mail ')]

    const files = unzip(await collect(zip(filesOf(contents))))

    expect(files.map(({ name }) => name)).toEqual(['0.eml', '1.eml', '2.eml'])
    expect(Buffer.concat(files.map(({ content }) => content)).equals(Buffer.concat(contents))).toBe(true)
  })

  it('of nothing is an empty directory', async () => {
    expect(unzip(await collect(zip(filesOf([]))))).toEqual([])
  })

  it('ends with the error of a file that cannot be read', async () => {
    async function* broken(): AsyncGenerator<ZipFile> {
      yield { name: 'a.eml', at: 0, octets: failing() }
    }
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('beginning')
      throw new Error('the store went away')
    }

    await expect(collect(zip(broken()))).rejects.toThrow('the store went away')
  })
})

describe('numbers beyond the first format', () => {
  it('put the offset of a far entry into an extra field', () => {
    const entry = centralEntry({ name: 'a', at: 0, start: 5_000_000_000, crc: 1, size: 2, packedSize: 3 })

    expect(entry.readUInt32LE(42)).toBe(0xffffffff)
    expect(entry.readUInt16LE(30)).toBe(12)
    expect(entry.readUInt16LE(47)).toBe(1)
    expect(entry.readBigUInt64LE(51)).toBe(5_000_000_000n)
  })

  it('add a ZIP64 end for more than 65,535 entries', () => {
    const end = endRecords({ entries: 100_000, start: 1000, size: 2000 })

    expect(end.readUInt32LE(0)).toBe(0x06064b50)
    expect(end.readBigUInt64LE(32)).toBe(100_000n)
    expect(end.readUInt32LE(56)).toBe(0x07064b50)
    expect(end.readBigUInt64LE(64)).toBe(3000n)
    expect(end.readUInt32LE(76)).toBe(0x06054b50)
    expect(end.readUInt16LE(86)).toBe(0xffff)
  })
})
