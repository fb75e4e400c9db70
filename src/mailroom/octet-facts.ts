// What every octet of a message passes on its way in: its digest and its size in CRLF form.

import { createHash } from 'node:crypto'
import { createCrlfCounter } from '../mail/crlf-form.js'

export interface OctetFacts {
  readonly size: number
  readonly crlfSize: number
  readonly sha256: string
}

export interface OctetCounter {
  readonly size: number
  feed(octets: Uint8Array): void
  /** Call once. */
  end(): OctetFacts
}

export function countOctets(): OctetCounter {
  const hash = createHash('sha256')
  const crlf = createCrlfCounter()
  let size = 0
  return {
    get size() {
      return size
    },
    feed(octets) {
      hash.update(octets)
      crlf.feed(octets)
      size += octets.length
    },
    end: () => ({ size, crlfSize: crlf.size, sha256: hash.digest('hex') }),
  }
}
