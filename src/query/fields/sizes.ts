// larger: and smaller: ask for the size in octets as received; a mail of just that size is neither.

import { badSearch, type SearchField, type SearchValue } from './search-field.js'

export const larger = sizeField('larger', 'larger:5MB', 'has more octets')
export const smaller = sizeField('smaller', 'smaller:100kB', 'has fewer octets')

function sizeField<Field extends 'larger' | 'smaller'>(field: Field, example: string, says: string) {
  return {
    name: field,
    example,
    says: `${says} than a number, kB, MB, GB (powers of 1000), KiB, MiB or GiB (of 1024)`,
    read: (value: SearchValue) => ({ field, octets: readSize(value) }),
  } satisfies SearchField
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1000,
  mb: 1000 ** 2,
  gb: 1000 ** 3,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
}

function readSize({ text, position }: SearchValue): number {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?(|b|[kmg]i?b)$/i.exec(text.trim())
  const octets = match && Math.round(Number(match[1]) * (units[(match[2] ?? '').toLowerCase()] ?? 1))
  if (octets === null || !Number.isSafeInteger(octets)) {
    throw badSearch(`"${text}" is no size; write octets or a unit, as in 100kB or 5MB`, position)
  }
  return octets
}
