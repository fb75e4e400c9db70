// From octets to text: charset names as mails spell them, and what happens when they are wrong.

import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { decode, normalizeCharset } from 'libmime/lib/charset'

/** Stateful Japanese charsets that iconv-lite does not know and libmime decodes by other means. */
const japanese = /^jis|^iso-?2022-?jp|^eucjp/i
/** Not charsets but encodings; UTF-7 is a known way to smuggle markup past filters. */
const refused = /^(?:utf-?7(?:-?imap)?|unicode-?1-?1-?utf-?7|base64|hex)$/i
const unspecific =
  /^(?:(?:us-)?ascii|ansi_x3\.4-1968|iso646-us|7bit|8bit|binary|default|unknown-8bit|x-unknown)?$/i

/** Whether text in that charset can be decoded. */
export function isKnownCharset(charset: string): boolean {
  if (unspecific.test(charset)) return true
  const name = normalizeCharset(charset)
  if (name === 'UTF-8') return true
  return !refused.test(name) && (japanese.test(name) || iconv.encodingExists(name))
}

/** Whether the name says nothing about 8-bit octets, as `us-ascii` or no charset at all. */
export function isUnspecificCharset(charset: string): boolean {
  return unspecific.test(charset)
}

/**
 * Decodes text. An unknown charset is read as UTF-8; without a charset (or `us-ascii`) 8-bit octets are UTF-8
 * where they can be and Windows-1252 otherwise. Never throws; a byte order mark is removed.
 */
export function decodeCharset(octets: Uint8Array, charset = ''): string {
  const buffer = asBuffer(octets)
  const generic = unspecific.test(charset)
  const isUtf = /^utf-?8$/i.test(charset)
  if ((generic || isUtf) && isAscii(buffer)) return buffer.toString('latin1')
  if (isUtf && isUtf8(buffer)) return withoutMark(buffer.toString('utf8'))
  if (generic)
    return withoutMark(isUtf8(buffer) ? buffer.toString('utf8') : iconv.decode(buffer, 'windows-1252'))
  if (!isKnownCharset(charset)) return withoutMark(buffer.toString('utf8'))
  return withoutMark(decode(buffer, charset))
}

/** The same octets as a Buffer, without a copy. */
export function asBuffer(octets: Uint8Array): Buffer {
  return Buffer.isBuffer(octets) ? octets : Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
