// What the full-text index can say of an expression: a match in its language that finds at least everything that is meant.

/** `everything` and `nothing` need no index. `isExact` tells that the match finds nothing else either. */
export interface Narrowed {
  readonly match: 'everything' | 'nothing' | { readonly text: string }
  readonly isExact: boolean
}

export const unknown: Narrowed = { match: 'everything', isExact: false }
export const nothing: Narrowed = { match: 'nothing', isExact: true }

/** Words are always quoted: nothing that a user writes is read as the index's language. */
const quote = (words: string): string => `"${words.replaceAll('"', '""')}"`

/** Words that follow each other in one of the columns; `prefix` lets the last be the beginning of one. */
export const phrase = (columns: string, words: string, prefix: boolean): Narrowed => ({
  match: { text: `{${columns}} : ${quote(words)}${prefix ? ' *' : ''}` },
  isExact: true,
})

/** Messages with one of the facets. */
export const facets = (names: readonly string[], isExact: boolean): Narrowed => ({
  match: { text: `facets : (${names.map(quote).join(' OR ')})` },
  isExact,
})

export function allOf(operands: readonly Narrowed[]): Narrowed {
  const isExact = operands.every((operand) => operand.isExact)
  if (operands.some(({ match }) => match === 'nothing')) return nothing
  const texts = operands.flatMap(({ match }) => (typeof match === 'object' ? [match.text] : []))
  if (texts.length === 0) return { match: 'everything', isExact }
  return { match: { text: texts.length === 1 ? texts.join() : `(${texts.join(' AND ')})` }, isExact }
}

export function anyOf(operands: readonly Narrowed[]): Narrowed {
  const isExact = operands.every((operand) => operand.isExact)
  if (operands.some(({ match }) => match === 'everything')) return { match: 'everything', isExact }
  const texts = operands.flatMap(({ match }) => (typeof match === 'object' ? [match.text] : []))
  if (texts.length === 0) return nothing
  return { match: { text: `(${texts.join(' OR ')})` }, isExact }
}

/** What an inexact match finds says nothing about what it does not find. */
export function noneOf(operand: Narrowed, every: string): Narrowed {
  if (!operand.isExact) return unknown
  if (operand.match === 'everything') return nothing
  if (operand.match === 'nothing') return { match: 'everything', isExact: true }
  return { match: { text: `(facets : ${quote(every)} NOT ${operand.match.text})` }, isExact: true }
}
