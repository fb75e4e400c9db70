// Values with parameters: `text/plain; charset=utf-8; name*=utf-8''a%20b` (RFC 2045 §5.1, RFC 2231).

import { decodeCharset } from '../body/charset.js'
import { limits } from '../limits.js'
import { decodeWords, octetOfHex } from './encoded-words.js'

export interface ParameterisedValue {
  /** what stands before the first semicolon, lower case, comments removed */
  readonly value: string
  /** names lower case, values decoded, in order; a repeated name counts the first time */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

interface Piece {
  readonly text: string
  /** RFC 2231 §4: percent-encoded octets */
  readonly encoded: boolean
}

const none: ParameterisedValue = { value: '', parameters: [] }

/** `text` is an unfolded field body with nothing decoded yet. Takes what it can read and never throws. */
export function readParameters(text: string): ParameterisedValue {
  if (text === '') return none
  const segments = splitSegments(text)
  const value = withoutComments(segments[0] ?? '')
    .trim()
    .toLowerCase()
  const whole = new Map<string, Map<number, Piece>>()
  for (const segment of segments.slice(1, limits.parameters + 1)) {
    const equals = segment.indexOf('=')
    if (equals < 0) continue
    const [, name = '', section, star] =
      /^([^*]*)(?:\*(\d{1,4}))?(\*)?$/.exec(segment.slice(0, equals).trim().toLowerCase()) ?? []
    if (name === '') continue
    const pieces = whole.get(name) ?? new Map<number, Piece>()
    whole.set(name, pieces)
    // a plain `name=` beside `name*=` is the fall-back for old readers and loses
    const key = section === undefined ? (star ? -1 : -2) : Number(section)
    if (!pieces.has(key))
      pieces.set(key, { text: readValue(name, segment.slice(equals + 1)), encoded: star === '*' })
  }
  return { value, parameters: [...whole].map(([name, pieces]) => [name, joinPieces(pieces)] as const) }
}

export function parameter(parameters: ParameterisedValue['parameters'], name: string): string | undefined {
  return parameters.find((entry) => entry[0] === name)?.[1]
}

/** Cuts at semicolons outside quoted strings. */
function splitSegments(text: string): string[] {
  if (!text.includes('"')) return text.split(';')
  return text.match(/(?:"(?:[^"\\]|\\[\s\S])*(?:"|$)|[^";])+|(?<=;|^)(?=;)/g) ?? [text]
}

/** Comments (RFC 5322 §3.2.2) as in `us-ascii (Plain text)`; file names keep their parentheses. */
function withoutComments(text: string): string {
  return text.includes('(') ? text.replace(/\([^()]*\)/g, '') : text
}

function readValue(name: string, text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('"')) return name.endsWith('name') ? trimmed : withoutComments(trimmed).trim()
  const inner = trimmed.endsWith('"') && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed.slice(1)
  // senders on Windows put unescaped paths here; a backslash before a letter is theirs
  return inner.replace(/\\(["\\])/g, '$1')
}

function joinPieces(pieces: ReadonlyMap<number, Piece>): string {
  const extended = pieces.get(-1)
  if (extended) return decodeExtended([extended])
  const sections: Piece[] = []
  for (let number = 0; ; number += 1) {
    const piece = pieces.get(number)
    if (!piece) break
    sections.push(piece)
  }
  if (sections.length > 0) return decodeExtended(sections)
  // not allowed in a parameter (RFC 2047 §5) and sent by very many programs
  return decodeWords((pieces.get(-2) ?? pieces.values().next().value)?.text ?? '')
}

function decodeExtended(pieces: readonly Piece[]): string {
  let charset = 'utf-8'
  const octets = pieces.map(({ text, encoded }, index) => {
    if (!encoded) return Buffer.from(text, 'utf8')
    const lead = index === 0 ? /^([^']*)'[^']*'/.exec(text) : null
    if (lead?.[1]) charset = lead[1]
    return percentDecode(lead ? text.slice(lead[0].length) : text)
  })
  return decodeCharset(Buffer.concat(octets), charset)
}

function percentDecode(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(bytes.replace(/%([0-9a-fA-F]{2})/g, octetOfHex), 'latin1')
}
