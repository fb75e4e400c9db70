// Addresses: plus tags, display names, other fields.

import type { Address } from '../../../model/facts.js'
import { addressPattern, addressTest } from '../../../query/address-pattern.js'
import type { Subject } from '../../../query/subject.js'
import { quoted } from '../../visible.js'
import { addressHint, type CriterionHint } from '../criterion-hint.js'

const withoutTag = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@')

export const plusTag: CriterionHint = {
  name: 'plusTag',
  tell: addressHint((expected, { values }) => {
    const found = values.find((value) => withoutTag(value) === withoutTag(expected))
    return (
      found &&
      `differs only in the plus tag; the mail has ${quoted(found)}, and ${wildcardFor(expected)} takes any tag`
    )
  }),
}

const wildcardFor = (address: string): string => {
  const [local = '', domain = ''] = withoutTag(address).split('@')
  return `${local}*@${domain}`
}

export const displayName: CriterionHint = {
  name: 'displayName',
  tell: addressHint((expected, { subject, values }) => {
    const wanted = expected.trim().toLowerCase()
    const whole = /^[^<]*<([^>]+)>$/.exec(wanted)?.[1]
    const alone = whole === undefined ? undefined : values.find((value) => value.toLowerCase() === whole)
    if (alone !== undefined) return `criteria compare addresses alone; write ${quoted(alone)}`
    const named = everyone(subject).find(
      ({ name, address }) =>
        name !== '' &&
        (whole === undefined ? name.toLowerCase().includes(wanted) : address.toLowerCase() === whole),
    )
    return (
      named &&
      `criteria compare addresses, not display names; the address of ${quoted(named.name)} is ${quoted(named.address)}`
    )
  }),
}

export const otherAddressField: CriterionHint = {
  name: 'otherAddressField',
  tell: addressHint((expected, { criterion, subject }) => {
    const test = addressTest(addressPattern(expected))
    const place = places.find(({ field, of }) => field !== criterion.field && of(subject).some(test))
    return place && `the address is there, but ${place.says}; ask for ${place.field} instead`
  }),
}

interface Place {
  readonly field: string
  readonly says: string
  readonly of: (subject: Subject) => readonly string[]
}

const addresses = (list: readonly Address[]): readonly string[] => list.map(({ address }) => address)

const places: readonly Place[] = [
  { field: 'from', says: 'in From', of: ({ facts }) => addresses(facts.from) },
  { field: 'to', says: 'in To', of: ({ facts }) => addresses(facts.to) },
  { field: 'cc', says: 'in Cc', of: ({ facts }) => addresses(facts.cc) },
  { field: 'replyTo', says: 'in Reply-To', of: ({ facts }) => addresses(facts.replyTo) },
  { field: 'bcc', says: 'as a blind copy', of: ({ summary }) => addresses(summary.bcc) },
  {
    field: 'recipient',
    says: 'only in the envelope',
    of: ({ envelope }) => envelope.to.map(({ address }) => address),
  },
]

export const otherDomain: CriterionHint = {
  name: 'otherDomain',
  tell: addressHint((expected, { values }) => {
    const [local, domain] = expected.toLowerCase().split('@')
    const found = values.find(
      (value) => local !== '' && domain && value.toLowerCase().split('@')[0] === local,
    )
    return found && `same name, other domain; the mail has ${quoted(found)}`
  }),
}

const everyone = ({ facts, summary }: Subject): readonly Address[] => [
  ...facts.from,
  ...facts.to,
  ...facts.cc,
  ...summary.bcc,
  ...facts.replyTo,
]
