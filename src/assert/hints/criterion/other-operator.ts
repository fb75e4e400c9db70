// The right text with the wrong operator.

import { type CriterionHint, expectedText, wouldHold } from '../criterion-hint.js'

/** `subject: "Welcome*"`: a star outside of a glob. */
export const starOutsideGlob: CriterionHint = {
  name: 'starOutsideGlob',
  tell: (miss) =>
    miss.criterion.operator !== 'glob' &&
    expectedText(miss)?.includes('*') &&
    wouldHold(miss, { operator: 'glob' })
      ? `* is a wildcard only in a glob; write {glob: ${JSON.stringify(miss.criterion.expected)}}`
      : undefined,
}

/** `subject: "Welcome"` against `Welcome to Example`. */
export const containsWould: CriterionHint = {
  name: 'contains',
  tell: (miss) => {
    const { operator, expected } = miss.criterion
    if (operator === 'contains' || operator === 'matches') return undefined
    if (operator === 'glob') return globOfPiece(String(expected), wouldHold(miss, { operator: 'contains' }))
    const inside = `${operator} asks for ${operator === 'equals' ? 'the whole value' : 'one end of it'}`
    if (wouldHold(miss, { operator: 'contains' }))
      return `${inside}, and it only contains the text; use contains`
    return wouldHold(miss, { operator: 'contains', ignoreCase: true })
      ? `${inside}, and it only contains the text, in other case; use contains with ignoreCase: true`
      : undefined
  },
}

const globOfPiece = (glob: string, isInside: boolean): string | undefined =>
  isInside ? `a glob must fit the whole value; write *${glob}*, or use contains` : undefined

/** `matches: "Total (EUR)"`: text with characters that mean something in patterns. */
export const patternAsText: CriterionHint = {
  name: 'patternAsText',
  tell: (miss) =>
    miss.criterion.operator === 'matches' && wouldHold(miss, { operator: 'contains' })
      ? 'the text is there, but some of its characters mean something else in a pattern; use contains'
      : undefined,
}

/** `matches: "/confirm/i"`: the way patterns are written in JavaScript. */
export const slashesInPattern: CriterionHint = {
  name: 'slashesInPattern',
  tell: ({ criterion }) =>
    criterion.operator === 'matches' && /^\/.*\/[a-z]*$/s.test(String(criterion.expected))
      ? 'the slashes are taken as text; leave them out, and write ignoreCase: true for the flag i'
      : undefined,
}
