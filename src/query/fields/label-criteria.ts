// Criteria on names and numbers: tag, inbox, id, messageId, header, size.

import { composed } from '../criteria/comparable.js'
import type { Criterion } from '../criteria/criterion.js'
import { isPlain } from '../criteria/plain.js'
import type { Condition } from '../syntax.js'
import { type FieldOfCriteria, textAspect } from './criterion-field.js'
import { bareMessageId } from './message-id.js'

const exactly = ({ operator, expected, ignoreCase }: Criterion): string | undefined =>
  operator === 'equals' && !ignoreCase && typeof expected === 'string' && isPlain(expected)
    ? expected
    : undefined

export const tag: FieldOfCriteria = {
  name: 'tag',
  aspect: textAspect({ of: 'tag', bare: 'equals', prepare: composed, isNeverEmpty: true }),
  items: ({ summary }) => summary.tags.map((name) => ({ tag: [composed(name)] })),
  narrow: (criterion) => {
    const name = exactly(criterion)
    return name === undefined ? [] : [{ field: 'tag', name }]
  },
}

export const inbox: FieldOfCriteria = {
  name: 'inbox',
  aspect: textAspect({
    of: 'inbox',
    bare: 'equals',
    prepare: (text) => text.toLowerCase(),
    isNeverEmpty: true,
  }),
  items: ({ summary }) => summary.inboxes.map((name) => ({ inbox: [name] })),
  narrow: (criterion) => {
    const name = exactly(criterion)
    return name === undefined ? [] : [{ field: 'inbox', name: name.toLowerCase() }]
  },
}

/** The id that Mailhold gave the mail: asks something of one mail alone. */
export const id: FieldOfCriteria = {
  name: 'id',
  aspect: textAspect({ of: 'id', bare: 'equals', prepare: (text) => text, isNeverEmpty: true }),
  items: ({ summary }) => [{ id: [summary.id] }],
}

export const messageId: FieldOfCriteria = {
  name: 'messageId',
  aspect: textAspect({
    of: 'id',
    bare: 'equals',
    prepare: (text) => bareMessageId(composed(text)),
    isNeverEmpty: true,
  }),
  items: ({ facts }) => (facts.messageId === undefined ? [] : [{ id: [composed(facts.messageId)] }]),
  narrow: (criterion) => {
    const id = exactly(criterion)
    return id === undefined ? [] : [{ field: 'messageId', id: bareMessageId(id) }]
  },
}

export const header: FieldOfCriteria = {
  name: 'header',
  aspect: textAspect({ of: 'value', bare: 'equals', prepare: composed }),
  items: ({ facts }, name) => {
    const wanted = name.toLowerCase()
    return facts.headers
      .filter((one) => one.name.toLowerCase() === wanted)
      .map(({ value }) => ({ value: [composed(value)] }))
  },
}

export const size: FieldOfCriteria = {
  name: 'size',
  aspect: { kind: 'size', of: 'octets' },
  items: ({ summary }) => [{ octets: [summary.size] }],
  narrow: ({ operator, expected }): readonly Condition[] => {
    if (typeof expected !== 'number') return []
    const larger: Condition = { field: 'larger', octets: expected - 1 }
    const smaller: Condition = { field: 'smaller', octets: expected + 1 }
    if (operator === 'min') return expected === 0 ? [] : [larger]
    return operator === 'max' ? [smaller] : [smaller, ...(expected === 0 ? [] : [larger])]
  },
}
