// from: to: cc: bcc: recipient: look for addresses; display names are found as words.

import { addressPattern, addressTest } from '../address-pattern.js'
import type { Searched } from '../subject.js'
import type { AddressField, AddressPattern } from '../syntax.js'
import { badSearch, type SearchField, type SearchValue } from './search-field.js'

export const from = addressField('from', 'from:ada@example.com', 'sender in the From field')
export const to = addressField('to', 'to:@example.com', 'recipient in the To field')
export const cc = addressField('cc', 'cc:ada', 'recipient in the Cc field')
export const bcc = addressField('bcc', 'bcc:*', 'recipient in the Bcc field, or in the envelope alone')
export const recipient = addressField('recipient', 'recipient:*@example.com', 'recipient in the envelope')

function addressField<Field extends AddressField>(field: Field, example: string, says: string) {
  return {
    name: field,
    example,
    says: `${says}; whole, @domain, with *, or a piece without @ that the address contains`,
    read: (value: SearchValue) => ({ field, pattern: readPattern(value) }),
  } satisfies SearchField
}

/** One rule for text without `@` and `*`: the address contains it, so that `from:ada` is `from:*ada*`. */
function readPattern({ text, position }: SearchValue): AddressPattern {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '@')
    throw badSearch('an address, a domain or a piece of one is missing', position)
  return /[@*]/.test(trimmed) ? addressPattern(trimmed) : { form: 'glob', glob: `*${trimmed}*` }
}

/** The addresses that a field stands for. */
export const addressesOf: Readonly<Record<AddressField, (message: Searched) => readonly string[]>> = {
  from: ({ facts }) => facts.from.map(({ address }) => address),
  to: ({ facts }) => facts.to.map(({ address }) => address),
  cc: ({ facts }) => facts.cc.map(({ address }) => address),
  bcc: ({ summary }) => summary.bcc.map(({ address }) => address),
  recipient: ({ envelope }) => envelope.to.map(({ address }) => address),
}

export const holdsAddress = (
  { field, pattern }: { readonly field: AddressField; readonly pattern: AddressPattern },
  message: Searched,
): boolean => addressesOf[field](message).some(addressTest(pattern))
