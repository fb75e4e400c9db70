// Reads the argument of MAIL and RCPT: `FROM:<path> parameters` (RFC 5321 §4.1.2), keeping what was written.

import type { EsmtpParameter } from '../../model/envelope.js'
import { trimBlanks } from '../talk/command-line.js'

export interface PathArgument {
  /** the path without angle brackets, source route and blanks around it; `''` for `<>` */
  readonly address: string
  /** what stood between the angle brackets, or the bare word where there were none */
  readonly raw: string
  readonly parameters: readonly EsmtpParameter[]
}

/** A mistake in a command line, in words for the client. */
export interface SyntaxMistake {
  readonly mistake: string
}

/**
 * Reads `argument` of a command whose path follows `keyword` (`FROM` or `TO`). Any address is taken: quoted local parts
 * with blanks and `>`, dots wherever, no domain, UTF-8. Only what cannot be told apart from its parameters is a mistake.
 */
export function parsePathArgument(keyword: 'FROM' | 'TO', argument: string): PathArgument | SyntaxMistake {
  const start = new RegExp(`^${keyword}[ \\t]*:[ \\t]*`, 'i').exec(argument)
  if (!start) return { mistake: `${keyword}:<address> is missing` }
  const rest = argument.slice(start[0].length)
  const path = rest.startsWith('<') ? bracketed(rest) : bare(rest)
  if ('mistake' in path) return path
  const parameters = parseParameters(rest.slice(path.length))
  if ('mistake' in parameters) return parameters
  return {
    address: trimBlanks(withoutRoute(trimBlanks(path.raw))),
    raw: path.raw,
    parameters: parameters.found,
  }
}

interface FoundPath {
  readonly raw: string
  /** UTF-16 units that the path takes up, brackets included */
  readonly length: number
}

function bracketed(text: string): FoundPath | SyntaxMistake {
  let isQuoted = false
  for (let at = 1; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\\' && isQuoted) at++
    else if (letter === '"') isQuoted = !isQuoted
    else if (letter === '>' && !isQuoted) return { raw: text.slice(1, at), length: at + 1 }
  }
  // A quote that is never closed is a quirk of the client; the bracket still ends the path.
  const end = text.indexOf('>')
  if (end < 0) return { mistake: '> is missing after the address' }
  return { raw: text.slice(1, end), length: end + 1 }
}

/** Old and home-made clients leave the brackets out. */
function bare(text: string): FoundPath | SyntaxMistake {
  const word = /^[^ \t]+/.exec(text)?.[0]
  if (word === undefined) return { mistake: 'the address is missing' }
  return { raw: word, length: word.length }
}

/** RFC 5321 Appendix C: a source route `@a,@b:` is accepted and means nothing. */
const withoutRoute = (raw: string): string => raw.replace(/^@[^\s,:@"]+(?:,@[^\s,:@"]+)*:/, '')

/** RFC 5321 §4.1.2: `esmtp-keyword ["=" esmtp-value]`. */
const parameterForm = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:=(.*))?$/s

function parseParameters(text: string): { readonly found: EsmtpParameter[] } | SyntaxMistake {
  if (text !== '' && !/^[ \t]/.test(text)) return { mistake: 'a blank is missing after >' }
  const found: EsmtpParameter[] = []
  for (const word of text.split(/[ \t]+/).filter(Boolean)) {
    const [, name, value] = parameterForm.exec(word) ?? []
    if (name === undefined) return { mistake: `"${word}" is not a parameter` }
    found.push(value === undefined ? { name: name.toUpperCase() } : { name: name.toUpperCase(), value })
  }
  return { found }
}
