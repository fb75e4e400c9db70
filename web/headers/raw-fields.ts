// The header as it was sent, cut into fields. Pure.

import type { HeaderField } from '../../src/wire/message.js'

/** Each field with everything behind its colon, folds and blanks unchanged. A line that is no field has no name. */
export function rawFields(header: string): HeaderField[] {
  if (header === '') return []
  return header.split(/\r?\n(?![ \t])/).map((line) => {
    const colon = line.indexOf(':')
    return colon < 1
      ? { name: '', value: line }
      : { name: line.slice(0, colon), value: line.slice(colon + 1) }
  })
}
