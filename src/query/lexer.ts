// Cuts a search text into its tokens. Every token knows where it stands, so that every mistake can be pointed at.

import { badSearch, type SearchValue } from './fields/search-field.js'

export type Token =
  | { readonly kind: 'open' | 'close' | 'or' | 'not'; readonly position: number }
  | {
      readonly kind: 'term'
      readonly position: number
      /** as written, without its colon; absent for words over all text */
      readonly field: string | undefined
      readonly value: SearchValue
    }

const space = /\s+/y
const fieldName = /([A-Za-z_][\w-]*):/y
const quoted = /"((?:[^"\\]|\\[\s\S])*)"(\*?)/y
const bare = /[^\s()"]+/y

const matchAt = (form: RegExp, text: string, at: number): RegExpExecArray | null => {
  form.lastIndex = at
  return form.exec(text)
}

/** @throws MailholdError `badInput` for a quote that is not closed, a field without value, a lone `-` */
export function* lex(text: string): Generator<Token> {
  let at = 0
  while (at < text.length) {
    at += matchAt(space, text, at)?.[0].length ?? 0
    if (at >= text.length) return
    const { token, end } = tokenAt(text, at)
    yield token
    at = end
  }
}

interface Lexed {
  readonly token: Token
  readonly end: number
}

function tokenAt(text: string, at: number): Lexed {
  const letter = text[at]
  if (letter === '(') return { token: { kind: 'open', position: at }, end: at + 1 }
  if (letter === ')') return { token: { kind: 'close', position: at }, end: at + 1 }
  if (letter === '-') return negationAt(text, at)
  const field = matchAt(fieldName, text, at)
  if (field) return fieldAt(text, at, field[1] ?? '')
  const { value, end } = valueAt(text, at)
  if (!value.isQuoted && value.text === 'OR') return { token: { kind: 'or', position: at }, end }
  refuseOperatorWords(value)
  return { token: { kind: 'term', position: at, field: undefined, value }, end }
}

function negationAt(text: string, at: number): Lexed {
  const next = text[at + 1]
  if (next === undefined || /[\s)]/.test(next)) {
    throw badSearch(
      '- stands directly before what must not match, as in -subject:test; quote it as "-" if it is text',
      at,
    )
  }
  return { token: { kind: 'not', position: at }, end: at + 1 }
}

function fieldAt(text: string, at: number, name: string): Lexed {
  const start = at + name.length + 1
  const next = text[start]
  if (next === undefined || /[\s()]/.test(next)) {
    throw badSearch(`${name}: needs one word or a "phrase" directly behind the colon`, at)
  }
  const { value, end } = valueAt(text, start)
  return { token: { kind: 'term', position: at, field: name, value }, end }
}

function valueAt(text: string, at: number): { value: SearchValue; end: number } {
  if (text[at] === '"') return quotedAt(text, at)
  const plain = matchAt(bare, text, at)?.[0] ?? ''
  const end = at + plain.length
  // header:X-Mailer="some words"
  if (plain.endsWith('=') && text[end] === '"') {
    const rest = quotedAt(text, end)
    return { value: { ...rest.value, text: plain + rest.value.text, position: at }, end: rest.end }
  }
  return { value: { text: plain, isQuoted: false, isPrefix: false, position: at }, end }
}

function quotedAt(text: string, at: number): { value: SearchValue; end: number } {
  const match = matchAt(quoted, text, at)
  if (!match)
    throw badSearch('this quote is never closed; close it, or write \\" for the character itself', at)
  const words = (match[1] ?? '').replace(/\\(["\\])/g, '$1')
  const value = { text: words, isQuoted: true, isPrefix: match[2] === '*', position: at }
  return { value, end: at + match[0].length }
}

/** AND and NOT are no part of the language; as words they would silently find something else. */
function refuseOperatorWords({ text, isQuoted, position }: SearchValue): void {
  if (isQuoted) return
  if (text === 'AND') {
    throw badSearch(
      'leave AND out: things side by side must all match; quote it as "AND" if it is text',
      position,
    )
  }
  if (text === 'NOT')
    throw badSearch('write - for NOT, as in -word; quote it as "NOT" if it is text', position, '-')
}
