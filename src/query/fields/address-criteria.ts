// Criteria on addresses: from to cc bcc recipient replyTo. Display names are never looked at.

import { addressPattern, addressTest } from '../address-pattern.js'
import { composed } from '../criteria/comparable.js'
import type { Criterion } from '../criteria/criterion.js'
import { isPlain } from '../criteria/plain.js'
import type { Searched } from '../subject.js'
import type { AddressField, AddressPattern, Condition } from '../syntax.js'
import { addressesOf } from './addresses.js'
import { type FieldOfCriteria, type TextAspect, textsOf } from './criterion-field.js'

const aspect: TextAspect = {
  kind: 'text',
  of: 'address',
  prepare: composed,
  ignoreCase: true,
  bare: (expected, ignoreCase = true) => {
    const pattern = addressPattern(composed(expected))
    const test = addressTest(pattern, ignoreCase)
    const operator = pattern.form === 'exact' ? 'equals' : 'glob'
    return { operator, ignoreCase, holds: (item) => textsOf(item, 'address').some(test) }
  },
}

const toItems = (addresses: readonly string[]) =>
  addresses.map((address) => ({ address: [composed(address)] }))

const searched = (field: AddressField): FieldOfCriteria => ({
  name: field,
  aspect,
  items: (subject) => toItems(addressesOf[field](subject)),
  narrow: (criterion) => narrowAddress(field, criterion),
})

function narrowAddress(field: AddressField, { operator, expected }: Criterion): readonly Condition[] {
  // an address pattern loses what stands around it, the operators do not
  if (typeof expected !== 'string' || !isPlain(expected) || /^[\s<]|[\s>]$/.test(expected)) return []
  const pattern = patternFor(operator, expected)
  return pattern ? [{ field, pattern }] : []
}

/** Whole addresses and domains only: what else a store can say of addresses costs it as much as reading the mail. */
function patternFor(operator: Criterion['operator'], expected: string): AddressPattern | undefined {
  const isWhole = operator === 'equals' || operator === 'glob'
  if (!isWhole && !(operator === 'endsWith' && expected.startsWith('@'))) return undefined
  const pattern = addressPattern(expected)
  return pattern.form === 'glob' ? undefined : pattern
}

export const from = searched('from')
export const to = searched('to')
export const cc = searched('cc')
export const bcc = searched('bcc')
export const recipient = searched('recipient')
export const replyTo: FieldOfCriteria = {
  name: 'replyTo',
  aspect,
  items: ({ facts }: Searched) => toItems(facts.replyTo.map(({ address }) => address)),
}
