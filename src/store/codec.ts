// How octets lie in the database: as they are, or deflated where that pays.

import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** The numbers stand in the database and never change their meaning. */
export const codec = { plain: 0, deflateRaw: 1 } as const

export interface Stored {
  readonly codec: number
  readonly octets: Uint8Array
}

/** Below this nothing is worth the 20 µs that a deflater costs. */
const smallest = 512

/** A sample tells whether the rest pays: base64 shrinks to 3/4 but costs 20 ms per MB, text shrinks to 1/5 for 1 ms. */
const sampleSize = 4_096
const worthwhile = 0.6

/** `octets` in the smaller form; text and HTML shrink, attachments in base64 stay as they are. */
export function pack(octets: Uint8Array): Stored {
  if (octets.byteLength < smallest || !paysFor(octets)) return { codec: codec.plain, octets }
  const deflated = deflateRawSync(octets, { level: 1 })
  return deflated.byteLength < octets.byteLength
    ? { codec: codec.deflateRaw, octets: deflated }
    : { codec: codec.plain, octets }
}

/** zlib takes no less. */
const leastRoom = 64

/**
 * The octets that `pack` was given. Where their number is known they are inflated into one buffer of just that size,
 * in two thirds of the time that growing by pieces and joining them takes.
 */
export function unpack(stored: Stored, size?: number): Uint8Array {
  if (stored.codec !== codec.deflateRaw) return stored.octets
  const room = size === undefined ? {} : { chunkSize: Math.max(leastRoom, size) }
  return inflateRawSync(stored.octets, room)
}

/** A value as packed JSON in one blob, its codec in the first octet. */
export function packJson(value: unknown): Uint8Array<ArrayBuffer> {
  const stored = pack(Buffer.from(JSON.stringify(value)))
  const blob = new Uint8Array(stored.octets.byteLength + 1)
  blob[0] = stored.codec
  blob.set(stored.octets, 1)
  return blob
}

/** The value that `packJson` was given; the caller names its type, because only the store writes these blobs. */
export function unpackJson<Value>(blob: Uint8Array): Value {
  const octets = unpack({ codec: blob[0] ?? codec.plain, octets: blob.subarray(1) })
  return JSON.parse(Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString()) as Value
}

function paysFor(octets: Uint8Array): boolean {
  if (octets.byteLength <= sampleSize * 16) return true
  const middle = octets.byteLength >>> 1
  const sample = octets.subarray(middle, middle + sampleSize)
  return deflateRawSync(sample, { level: 1 }).byteLength < sample.byteLength * worthwhile
}
