// The fixed records of a zip archive, little-endian (PKWARE APPNOTE 6.3 §4.3, §4.4).

export interface Entry {
  readonly name: string
  /** milliseconds since 1970 */
  readonly at: number
  /** where its local header begins */
  readonly start: number
  readonly crc: number
  /** octets */
  readonly size: number
  readonly packedSize: number
}

const version = 45
const deflated = 8
// bit 3: sizes follow the data; bit 11: names are UTF-8
const flags = 0x0808
const max16 = 0xffff
const max32 = 0xffffffff

type Number16or32 = readonly [octets: 2 | 4 | 8, value: number]

function record(...numbers: readonly Number16or32[]): Buffer {
  const buffer = Buffer.alloc(numbers.reduce((sum, [octets]) => sum + octets, 0))
  let at = 0
  for (const [octets, value] of numbers) {
    if (octets === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, octets)
    at += octets
  }
  return buffer
}

/** Two-second steps from 1980 on, UTC. */
function dosTime(at: number): readonly [time: number, date: number] {
  const date = new Date(Math.max(at, Date.UTC(1980, 0, 1)))
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return [time, ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()]
}

export function localHeader(name: string, at: number): Buffer {
  const [time, date] = dosTime(at)
  const text = Buffer.from(name)
  const head = record([4, 0x04034b50], [2, version], [2, flags], [2, deflated], [2, time], [2, date])
  return Buffer.concat([head, record([4, 0], [4, 0], [4, 0], [2, text.length], [2, 0]), text])
}

/** Messages are far below 4 GB, so their own sizes never need ZIP64. */
export const dataDescriptor = ({
  crc,
  size,
  packedSize,
}: Pick<Entry, 'crc' | 'size' | 'packedSize'>): Buffer =>
  record([4, 0x08074b50], [4, crc], [4, packedSize], [4, size])

export function centralEntry({ name, at, start, crc, size, packedSize }: Entry): Buffer {
  const [time, date] = dosTime(at)
  const text = Buffer.from(name)
  // §4.5.3: an offset that does not fit stands in an extra field
  const extra = start >= max32 ? record([2, 1], [2, 8], [8, start]) : Buffer.alloc(0)
  return Buffer.concat([
    record([4, 0x02014b50], [2, version], [2, version], [2, flags], [2, deflated], [2, time], [2, date]),
    record([4, crc], [4, packedSize], [4, size], [2, text.length], [2, extra.length]),
    record([2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(start, max32)]),
    text,
    extra,
  ])
}

export interface Directory {
  readonly entries: number
  readonly start: number
  readonly size: number
}

export function endRecords({ entries, start, size }: Directory): Buffer {
  const few = Math.min(entries, max16)
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, few], [2, few], [4, Math.min(size, max32)])
  const tail = Buffer.concat([end, record([4, Math.min(start, max32)], [2, 0])])
  if (entries < max16 && start < max32 && size < max32) return tail
  const big = record([4, 0x06064b50], [8, 44], [2, version], [2, version], [4, 0], [4, 0])
  const counts = record([8, entries], [8, entries], [8, size], [8, start])
  const locator = record([4, 0x07064b50], [4, 0], [8, start + size], [4, 1])
  return Buffer.concat([big, counts, locator, tail])
}
