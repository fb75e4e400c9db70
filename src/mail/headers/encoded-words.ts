// RFC 2047 encoded words in header fields: `=?utf-8?Q?Caf=C3=A9?=`.

import { decodeCharset, isKnownCharset } from '../body/charset.js'
import type { ProblemList } from '../problems.js'

// RFC 2231 §5 allows a language behind the charset. Blanks inside the text are wrong but common.
const word = /=\?([^?\s*]{1,64})(?:\*[^?\s]{0,64})?\?([bBqQ])\?([^?]*)\?=/y

interface EncodedWord {
  readonly charset: string
  readonly octets: Buffer
}

/**
 * Replaces every encoded word of unfolded text. White space between two words is dropped (§6.2), and neighbours of one charset are
 * decoded together, because many senders cut words inside a character. What cannot be read stays as it is.
 */
export function decodeWords(text: string, problems?: ProblemList, where?: string): string {
  let start = text.indexOf('=?')
  if (start < 0) return text
  let result = text.slice(0, start)
  let pending: { charset: string; octets: Buffer[] } | undefined
  let done = start
  const settle = () => {
    if (pending) result += decodeCharset(Buffer.concat(pending.octets), pending.charset)
    pending = undefined
  }
  while (start >= 0) {
    word.lastIndex = start
    const match = word.exec(text)
    if (!match) {
      problems?.add('badEncodedWord', text.slice(start, start + 80), where)
      start = text.indexOf('=?', start + 2)
      continue
    }
    const found = readWord(match, problems, where)
    const between = text.slice(done, start)
    if (!pending || between.trim() !== '' || pending.charset !== found.charset) {
      const glued = pending !== undefined && between.trim() === ''
      settle()
      if (!glued) result += between
      pending = { charset: found.charset, octets: [] }
    }
    pending.octets.push(found.octets)
    done = word.lastIndex
    start = text.indexOf('=?', done)
  }
  settle()
  return result + text.slice(done)
}

function readWord(match: RegExpExecArray, problems: ProblemList | undefined, where?: string): EncodedWord {
  const [, charset = '', encoding = '', text = ''] = match
  if (!isKnownCharset(charset)) problems?.add('unknownCharset', charset, where)
  return {
    charset: charset.toLowerCase(),
    octets: encoding === 'B' || encoding === 'b' ? Buffer.from(text, 'base64') : qDecode(text),
  }
}

/** The Q encoding (§4.2); a `=` that begins no escape stays, raw 8-bit text counts as its UTF-8 octets. */
function qDecode(text: string): Buffer {
  const plain = Buffer.from(text.replaceAll('_', ' '), 'utf8').toString('latin1')
  return Buffer.from(plain.replace(/=([0-9a-fA-F]{2})/g, octetOfHex), 'latin1')
}

/** For `replace`: the Latin-1 character of two hex digits. */
export function octetOfHex(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16))
}
