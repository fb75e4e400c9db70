// Criteria on links and one-time codes.

import { collapsed, composed } from '../criteria/comparable.js'
import { textTest } from '../criteria/text-tests.js'
import { type FieldOfCriteria, type TextAspect, textAspect, textsOf } from './criterion-field.js'

/** A bare string is what a person sees of the link, or the whole of where it goes. */
const textOrHref: TextAspect = {
  kind: 'text',
  of: 'any',
  prepare: composed,
  ignoreCase: false,
  bare: (expected, ignoreCase = true, path) => {
    const sees = textTest({ operator: 'contains', expected, ignoreCase, prepare: collapsed }, path)
    const href = composed(expected)
    return {
      operator: 'contains',
      ignoreCase,
      holds: (item) => textsOf(item, 'text').some(sees) || textsOf(item, 'href').includes(href),
    }
  },
}

export const link: FieldOfCriteria = {
  name: 'link',
  aspect: textOrHref,
  members: {
    text: textAspect({ of: 'text', bare: 'contains', prepare: collapsed, bareIgnoresCase: true }),
    href: textAspect({ of: 'href', bare: 'equals', prepare: composed }),
  },
  items: ({ facts }) =>
    facts.links.map((one) => {
      const text = collapsed(one.text)
      const href = composed(one.href)
      return { text: [text], href: [href], any: [text, href] }
    }),
}

export const code: FieldOfCriteria = {
  name: 'code',
  aspect: textAspect({ of: 'code', bare: 'equals', prepare: composed, isNeverEmpty: true }),
  items: ({ facts }) => facts.codes.map(({ value }) => ({ code: [composed(value)] })),
}
