// The one-time code of a mail.

import type { Code } from '../../wire/message.js'
import { NotInMail } from '../errors.js'
import { quoted, sentenceOf } from './words.js'

/** The code that a person would type. @throws NotInMail where there is none, or several different ones */
export function onlyCode(codes: readonly Code[]): string {
  const values = new Set(codes.map(({ value }) => value))
  const [first] = values
  if (first !== undefined && values.size === 1) return first
  const listed = codes.map(({ value, near }) => `${quoted(value)} near ${quoted(near)}`)
  throw new NotInMail(sentenceOf({ things: 'codes', choice: '', found: values.size, listed }))
}
