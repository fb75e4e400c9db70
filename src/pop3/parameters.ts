// The arguments of commands: what each may be, and what is said when it is something else.

import { MailholdError } from '../model/errors.js'

export interface Parameter<Value> {
  /** as it stands in `usage: TOP message lines` */
  readonly name: string
  readonly isOptional: boolean
  /** takes everything that is left, blanks included */
  readonly isRest: boolean
  /** @throws MailholdError `badInput` */
  read(text: string): Value
}

/** A tuple of the values that parameters read. */
export type Values<Takes extends readonly Parameter<unknown>[]> = {
  [Index in keyof Takes]: Takes[Index] extends Parameter<infer Value> ? Value : never
}

/** RFC 1939 §3: messages are numbered from 1. */
export const messageNumber: Parameter<number> = {
  name: 'message',
  isOptional: false,
  isRest: false,
  read: (text) => wholeNumber(text, 1, 'a message number is a whole number from 1'),
}

export const lineCount: Parameter<number> = {
  name: 'lines',
  isOptional: false,
  isRest: false,
  read: (text) => wholeNumber(text, 0, 'the number of lines is a whole number from 0'),
}

export const word = (name: string): Parameter<string> => ({
  name,
  isOptional: false,
  isRest: false,
  read: (text) => text,
})

/** RFC 1939 §7 lets a server take the blanks of a sole argument as part of it. */
export const rest = (name: string): Parameter<string> => ({ ...word(name), isRest: true })

export const optional = <Value>(parameter: Parameter<Value>): Parameter<Value | undefined> => ({
  ...parameter,
  isOptional: true,
})

function wholeNumber(text: string, least: number, rule: string): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least) return value
  throw new MailholdError('badInput', `${rule}, got "${text.slice(0, 40)}"`)
}

/**
 * The values of what stands behind a command's verb; `undefined` for an optional one that is not there.
 * @param text what follows the blank behind the verb, `undefined` where there is no blank
 * @throws MailholdError `badInput` for missing, extra and unreadable arguments
 */
export function readArguments(takes: readonly Parameter<unknown>[], text: string | undefined): unknown[] {
  const words = takes[0]?.isRest ? (text === undefined ? [] : [text]) : wordsOf(text)
  const needed = takes.filter((parameter) => !parameter.isOptional).length
  if (words.length < needed) throw new MailholdError('badInput', 'an argument is missing')
  if (words.length > takes.length) throw new MailholdError('badInput', 'too many arguments')
  return takes.map((parameter, index) => {
    const given = words[index]
    return given === undefined ? undefined : parameter.read(given)
  })
}

/** Blanks at the end are let pass; two between words make an empty argument (RFC 1939 §3: a single one separates). */
function wordsOf(text: string | undefined): string[] {
  const trimmed = text?.trimEnd() ?? ''
  return trimmed === '' ? [] : trimmed.split(' ', 8)
}
