// base64 in pieces (RFC 2045 §6.8): foreign characters are skipped, padding in the middle ends a run.

import type { TransferDecoder } from '../decode-part.js'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const skip = 64
const padding = 65
const foreign = 66
const values = new Uint8Array(256).fill(foreign)
for (let i = 0; i < 64; i += 1) values[alphabet.charCodeAt(i)] = i
for (const space of [9, 10, 13, 32]) values[space] = skip
values[0x3d] = padding
// the URL-safe alphabet of RFC 4648 §5, which some senders use by mistake
values[0x2d] = 62
values[0x5f] = 63

export function createBase64Decoder(): TransferDecoder {
  let bits = 0
  let count = 0
  let wrong = 0

  /** A run ends: two characters left give one octet, three give two. */
  function flush(output: Uint8Array, length: number): number {
    let size = length
    if (count >= 2) output[size++] = (bits >> (count === 2 ? 4 : 10)) & 0xff
    if (count === 3) output[size++] = (bits >> 2) & 0xff
    if (count === 1) wrong += 1
    bits = 0
    count = 0
    return size
  }

  function push(octets: Uint8Array): Uint8Array {
    const output = Buffer.allocUnsafe(Math.ceil(octets.length / 4) * 3 + 3)
    const end = octets.length
    let length = 0
    let i = 0
    while (i < end) {
      if (count === 0) {
        for (; i + 3 < end; i += 4) {
          const a = values[octets[i] ?? 0] ?? foreign
          const b = values[octets[i + 1] ?? 0] ?? foreign
          const c = values[octets[i + 2] ?? 0] ?? foreign
          const d = values[octets[i + 3] ?? 0] ?? foreign
          if ((a | b | c | d) >= skip) break
          const group = (a << 18) | (b << 12) | (c << 6) | d
          output[length] = group >> 16
          output[length + 1] = group >> 8
          output[length + 2] = group
          length += 3
        }
        if (i >= end) break
      }
      const value = values[octets[i] ?? 0] ?? foreign
      i += 1
      if (value < skip) {
        bits = (bits << 6) | value
        count += 1
        if (count === 4) {
          output[length++] = bits >> 16
          output[length++] = bits >> 8
          output[length++] = bits
          bits = 0
          count = 0
        }
      } else if (value === padding) length = flush(output, length)
      else if (value === foreign) wrong += 1
    }
    return output.subarray(0, length)
  }

  return {
    push,
    end() {
      const output = new Uint8Array(2)
      return output.subarray(0, flush(output, 0))
    },
    get wrong() {
      return wrong
    },
  }
}
