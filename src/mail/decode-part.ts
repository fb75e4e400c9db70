// From a part's octets on the wire to its content: transfer encodings (RFC 2045 §6) and charsets.

import { decodeCharset } from './body/charset.js'
import { createBase64Decoder } from './tree/base64.js'
import { createQuotedPrintableDecoder } from './tree/quoted-printable.js'
import type { TransferDecoder } from './tree/transfer-decoder.js'
import { createUuDecoder } from './tree/uuencode.js'

export type { TransferDecoder } from './tree/transfer-decoder.js'

const decoders = new Map<string, () => TransferDecoder>([
  ['base64', createBase64Decoder],
  ['quoted-printable', createQuotedPrintableDecoder],
  ['x-uuencode', createUuDecoder],
  ['x-uue', createUuDecoder],
  ['uuencode', createUuDecoder],
])
const identities = new Set(['7bit', '8bit', 'binary', ''])

/** A tolerant decoder for a Content-Transfer-Encoding; an unknown one leaves octets as they are. Never throws. */
export function decodeTransfer(encoding: string): TransferDecoder {
  const create = decoders.get(encoding.trim().toLowerCase())
  return create ? create() : { push: (octets) => octets, end: () => new Uint8Array(0), wrong: 0 }
}

/** Whether `decodeTransfer` knows that encoding by name. */
export function isKnownEncoding(encoding: string): boolean {
  return identities.has(encoding) || decoders.has(encoding)
}

/** Decoded octets of a text part as text; see `decodeCharset` for wrong and missing charsets. Never throws. */
export function decodeText(octets: Uint8Array, charset: string | undefined): string {
  return decodeCharset(octets, charset)
}
