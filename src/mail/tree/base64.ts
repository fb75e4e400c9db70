// base64 in pieces (RFC 2045 §6.8): foreign characters are skipped, padding in the middle ends a run.

import type { TransferDecoder } from './transfer-decoder.js'

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
  return new Base64Decoder()
}

/** Lives as long as its part is read; holds at most three characters. */
class Base64Decoder implements TransferDecoder {
  #bits = 0
  #count = 0
  #wrong = 0
  #output: Buffer = Buffer.alloc(0)
  #length = 0

  get wrong(): number {
    return this.#wrong
  }

  push(octets: Uint8Array): Uint8Array {
    this.#output = Buffer.allocUnsafe(Math.ceil(octets.length / 4) * 3 + 3)
    this.#length = 0
    let i = 0
    while (i < octets.length) {
      if (this.#count === 0) i = this.#takeGroups(octets, i)
      if (i < octets.length) this.#take(values[octets[i] ?? 0] ?? foreign)
      i += 1
    }
    return this.#output.subarray(0, this.#length)
  }

  end(): Uint8Array {
    this.#output = Buffer.alloc(2)
    this.#length = 0
    this.#flush()
    return this.#output.subarray(0, this.#length)
  }

  /** Whole groups of four letters, as many as follow each other; gives the position behind them. */
  #takeGroups(octets: Uint8Array, start: number): number {
    const output = this.#output
    let length = this.#length
    let i = start
    for (; i + 3 < octets.length; i += 4) {
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
    this.#length = length
    return i
  }

  #take(value: number) {
    if (value === padding) this.#flush()
    if (value === foreign) this.#wrong += 1
    if (value >= skip) return
    this.#bits = (this.#bits << 6) | value
    this.#count += 1
    if (this.#count < 4) return
    this.#put(this.#bits >> 16)
    this.#put(this.#bits >> 8)
    this.#put(this.#bits)
    this.#bits = 0
    this.#count = 0
  }

  /** A run ends: two characters left give one octet, three give two. */
  #flush() {
    if (this.#count >= 2) this.#put(this.#bits >> (this.#count === 2 ? 4 : 10))
    if (this.#count === 3) this.#put(this.#bits >> 2)
    if (this.#count === 1) this.#wrong += 1
    this.#bits = 0
    this.#count = 0
  }

  #put(octet: number) {
    this.#output[this.#length] = octet
    this.#length += 1
  }
}
