// Cuts a style sheet into what a browser takes it for (CSS Syntax 3 §4), escapes read.

import { Scanner } from './scanner.js'

export type CssToken =
  | { readonly kind: 'space' | 'mark'; readonly text: string }
  | { readonly kind: 'name' | 'function' | 'at'; readonly name: string }
  | { readonly kind: 'string' | 'url'; readonly value: string }
  /** a string or an address that breaks off: what holds it is void */
  | { readonly kind: 'broken' }

export interface CssReader {
  /** The next token; `undefined` behind the last. */
  next(): CssToken | undefined
  /** Some tokens at once, as they stand: blanks, marks, numbers, and names without `suspicious`; '' where none stand here. */
  plain(suspicious: RegExp): string
}

/** Ends behind a name; its bound keeps what looks at it twice linear. */
const plainTokens = /[-\w \t\n:;,.#%!{}[\]+~*=]{0,200}[ \t\n:;,.#%!{}[\]+~*=]/y
const blanks = /[ \t\n]+/y
const numberOrComparison = /\d+|[<>]=/y
const plainInName = /[-\w\u0080-\uffff]+/y
const nameBegins = /--|-?(?:[a-z_\u0080-\uffff]|\\[^\n])/iy
const plainInString = { '"': /[^"\\\n]+/y, "'": /[^'\\\n]+/y } as const
const quoteAhead = /[ \t\n]*["']/y
const plainInUrl = /[^"'()\\\s\p{Cc}]+/uy
const urlEnd = /[ \t\n]*(?:\)|$)/y
const brokenUrlEnd = /(?:[^)\\]|\\[\s\S])*?(?:\)|$)/y

/** Linear in the length; never throws. Comments, and the `<!--` and `-->` around old style sheets, come as a blank. */
export function readCss(css: string): CssReader {
  const scanner = new Scanner(css)
  return {
    next: () => nextToken(scanner),
    plain(suspicious) {
      const text = scanner.take(plainTokens)
      if (!suspicious.test(text)) return text
      scanner.skip(-text.length)
      return ''
    },
  }
}

function nextToken(scanner: Scanner): CssToken | undefined {
  const first = scanner.here
  if (first === '') return undefined
  const blank = scanner.take(blanks) || passedComment(scanner)
  if (blank) return { kind: 'space', text: blank }
  if (first === '"' || first === "'") return stringToken(scanner, first)
  if (scanner.sees(nameBegins)) return nameToken(scanner)
  const mark = scanner.take(numberOrComparison)
  if (mark) return { kind: 'mark', text: mark }
  scanner.skip(1)
  if (first === '@' && scanner.sees(nameBegins)) return { kind: 'at', name: scanner.run(plainInName) }
  return { kind: 'mark', text: first }
}

function passedComment(scanner: Scanner): string {
  if (scanner.passed('/*')) scanner.passBehind('*/')
  else if (!scanner.passed('<!--') && !scanner.passed('-->')) return ''
  return ' '
}

function stringToken(scanner: Scanner, quote: '"' | "'"): CssToken {
  const plain = plainInString[quote]
  scanner.skip(1)
  let value = scanner.run(plain)
  while (scanner.passed('\\\n')) value += scanner.run(plain)
  if (scanner.here === '\n') return { kind: 'broken' }
  scanner.skip(1)
  return { kind: 'string', value }
}

function nameToken(scanner: Scanner): CssToken {
  const name = scanner.run(plainInName)
  if (!scanner.passed('(')) return { kind: 'name', name }
  return name.toLowerCase() === 'url' && !scanner.sees(quoteAhead)
    ? urlToken(scanner)
    : { kind: 'function', name }
}

/** §4.3.6; stands behind `url(`. */
function urlToken(scanner: Scanner): CssToken {
  scanner.take(blanks)
  const value = scanner.run(plainInUrl)
  if (scanner.sees(urlEnd)) {
    scanner.take(urlEnd)
    return { kind: 'url', value }
  }
  scanner.take(brokenUrlEnd)
  return { kind: 'broken' }
}
