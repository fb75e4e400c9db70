// One entry for every field that can be searched: what the index narrows, and the exact check on a row.

import type { AddressField, AddressPattern, Condition, WordsField } from '../../query/syntax.js'
import * as facet from '../facets.js'
import { sql } from '../sql.js'
import { hasWord, spaced } from '../words.js'
import { likePattern, narrowGlob } from './glob.js'
import { facets, type Narrowed, nothing, phrase, unknown } from './match.js'

/** A piece of SQL with the values of its question marks. */
export interface Clause {
  readonly text: string
  readonly values: readonly (string | number)[]
}

export const clause = (text: string, ...values: readonly (string | number)[]): Clause => ({ text, values })

export interface Meaning {
  readonly narrowed: Narrowed
  /** decides on the row `m`; absent where the index alone decides */
  readonly check?: Clause
  /** whether the check has to unpack something */
  readonly isCostly?: boolean
}

type Field = Condition['field']
type ConditionOf<F extends Field> = Condition extends infer One
  ? One extends { readonly field: infer Fields }
    ? F extends Fields
      ? One & { readonly field: F }
      : never
    : never
  : never

const columns: { readonly [F in WordsField]: string } = {
  text: 'subject addresses filenames body',
  subject: 'subject',
  body: 'body',
  filename: 'filenames',
}

const meanings: { readonly [F in Field]: (condition: ConditionOf<F>) => Meaning } = {
  text: words,
  subject: words,
  body: words,
  filename: words,
  from: address,
  to: address,
  cc: address,
  bcc: address,
  recipient: address,
  header: ({ name, value }) => {
    const named = facet.headerFacet(name)
    if (value === undefined || value === '') return { narrowed: facets([named], true) }
    return {
      narrowed: facets([named], false),
      check: clause(headerCheck, facet.fold(name), facet.fold(value)),
      isCostly: true,
    }
  },
  messageId: ({ id }) => ({ narrowed: facets([facet.messageIdFacet(id)], true) }),
  // Deliveries can be removed, and the index row stays as it was.
  inbox: ({ name }) => ({
    narrowed: facets([facet.inboxFacet(name)], false),
    check: clause(inboxCheck, name),
  }),
  tag: ({ name }) => ({ narrowed: unknown, check: clause(tagCheck, name) }),
  has: () => ({ narrowed: facets([facet.withAttachment], true) }),
  is: ({ read }) => ({ narrowed: unknown, check: clause(read ? 'm.is_read = 1' : 'm.is_read = 0') }),
  after: ({ place }) => ({
    narrowed: unknown,
    check: 'seq' in place ? clause('m.seq > ?', place.seq) : clause('m.received_at > ?', place.time),
  }),
  before: ({ place }) => ({
    narrowed: unknown,
    check: 'seq' in place ? clause('m.seq < ?', place.seq) : clause('m.received_at < ?', place.time),
  }),
  larger: ({ octets }) => ({
    narrowed: facets(facet.sizeFacets('above', octets), false),
    check: clause('m.size > ?', octets),
  }),
  smaller: ({ octets }) => ({
    narrowed: facets(facet.sizeFacets('below', octets), false),
    check: clause('m.size < ?', octets),
  }),
}

const headerCheck = sql`header_contains((select octets from facts where message = m.seq), ?, ?)`
const inboxCheck = sql`exists (select 1 from delivery where inbox = ? and message = m.seq)`
const tagCheck = sql`m.seq in (select message from tag where name = ?)`
const globCheck = sql`(m.addresses like ? and address_matches(m.addresses, ?, ?))`

/** What a condition means to the store. */
export function meaningOf<F extends Field>(condition: ConditionOf<F>): Meaning {
  // The table has the entry of just this field; the compiler cannot follow the union through the look-up.
  const meaning = meanings[condition.field as F] as (one: ConditionOf<F>) => Meaning
  return meaning(condition)
}

function words(condition: {
  readonly field: WordsField
  readonly words: string
  readonly prefix: boolean
}): Meaning {
  if (!hasWord(condition.words)) return { narrowed: nothing }
  return { narrowed: phrase(columns[condition.field], spaced(condition.words), condition.prefix) }
}

function address(condition: { readonly field: AddressField; readonly pattern: AddressPattern }): Meaning {
  const { field, pattern } = condition
  switch (pattern.form) {
    case 'exact':
      return { narrowed: facets([facet.addressFacet(field, pattern.address)], true) }
    case 'domain':
      return { narrowed: facets([facet.domainFacet(field, pattern.domain)], true) }
    case 'glob':
      return {
        narrowed: narrowGlob(field, pattern.glob),
        check: clause(globCheck, likePattern(pattern.glob), field, facet.fold(pattern.glob)),
        isCostly: true,
      }
  }
}
