// What the operators on text mean.

import { globToTest } from '../glob.js'
import { badMember } from './bad-criteria.js'
import type { ValueOperator } from './criterion.js'
import { patternTest } from './pattern.js'

export type TextOperator = Exclude<ValueOperator, 'min' | 'max'>

export interface TextTest {
  readonly operator: TextOperator
  readonly expected: string
  readonly ignoreCase: boolean
  /** what was done to the values and is now done to `expected`, such as collapsing white space */
  readonly prepare: (text: string) => string
}

type Compare = (value: string, expected: string) => boolean

const comparisons: Readonly<Record<Exclude<TextOperator, 'glob' | 'matches'>, Compare>> = {
  equals: (value, expected) => value === expected,
  contains: (value, expected) => value.includes(expected),
  startsWith: (value, expected) => value.startsWith(expected),
  endsWith: (value, expected) => value.endsWith(expected),
}

/** The operators whose empty text would hold for everything. */
const vacuousWhenEmpty: ReadonlySet<TextOperator> = new Set(['contains', 'startsWith', 'endsWith', 'matches'])

/**
 * The test that an operator makes of values.
 * @param path of the operator's text, for errors
 * @throws MailholdError `badInput` for a bad pattern or an empty text that would hold for everything
 */
export function textTest(test: TextTest, path: string): (value: string) => boolean {
  const { operator, ignoreCase, prepare } = test
  const wanted = operator === 'matches' ? test.expected : prepare(test.expected)
  if (wanted === '' && vacuousWhenEmpty.has(operator)) {
    throw badMember(path, 'an empty text would hold for every mail; say {exists: true} or leave it out')
  }
  if (operator === 'matches') return patternTest(wanted, ignoreCase, path)
  const form = (text: string): string => (ignoreCase ? text.toLowerCase() : text)
  const expected = form(wanted)
  if (operator === 'glob') {
    const fits = globToTest(expected)
    return (value) => fits(form(value))
  }
  const compare = comparisons[operator]
  return (value) => compare(form(value), expected)
}
