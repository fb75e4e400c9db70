// The one header field of a mail that has a name.

import type { HeaderField } from '../../wire/message.js'
import { NotInMail } from '../errors.js'
import { quoted, sentenceOf } from './words.js'

/** The decoded value of the field with that name, case ignored. @throws NotInMail where there is none, or several */
export function onlyHeader(headers: readonly HeaderField[], name: string): string {
  const fitting = headers.filter((field) => field.name.toLowerCase() === name.toLowerCase())
  const [first] = fitting
  if (first && fitting.length === 1) return first.value
  const listed = (fitting.length > 1 ? fitting : headers).map(
    (field) => `${field.name}: ${quoted(field.value)}`,
  )
  throw new NotInMail(
    sentenceOf({ things: 'header fields', choice: quoted(name), found: fitting.length, listed }),
  )
}
