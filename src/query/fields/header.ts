// header:Name asks whether a field is there, header:Name=value what it contains.

import type { Searched } from '../subject.js'
import { badSearch, type SearchField } from './search-field.js'

interface HeaderCondition {
  readonly field: 'header'
  readonly name: string
  readonly value: string | undefined
}

export const header = {
  name: 'header',
  example: 'header:X-Mailer="PHP Mailer"',
  says: 'a header field of that name, whose value contains what stands behind = if anything does',
  read: ({ text, position }): HeaderCondition => {
    const [name = '', ...rest] = text.split('=')
    // RFC 5322 §3.6.8: a field name is printable ASCII without the colon
    if (!/^[!-9;-~]+$/.test(name)) {
      throw badSearch(
        `"${name}" is not the name of a header field; write header:Name or header:Name=value`,
        position,
      )
    }
    return { field: 'header', name, value: rest.length === 0 ? undefined : rest.join('=') }
  },
} satisfies SearchField

export const holdsHeader = ({ name, value }: HeaderCondition, { facts }: Searched): boolean => {
  const wanted = name.toLowerCase()
  const piece = (value ?? '').toLowerCase()
  return facts.headers.some(
    (field) => field.name.toLowerCase() === wanted && field.value.toLowerCase().includes(piece),
  )
}
