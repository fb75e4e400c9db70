// Reads what stands behind a field's name: a bare value, or operators.

import type { Aspect, Item, SizeAspect, TextAspect } from '../fields/criterion-field.js'
import { textsOf } from '../fields/criterion-field.js'
import { badMember, memberPath, membersOf, refuseMember, show } from './bad-criteria.js'
import type { Criterion, CriterionField } from './criterion.js'
import { type TextOperator, textTest } from './text-tests.js'

/**
 * A criterion that can be asked of items. `item`: some item must hold it; `none`: every item must hold it, and it holds where
 * there is no item; `exists`: asked of whether there are items.
 */
export interface Test {
  readonly criterion: Criterion
  readonly scope: 'item' | 'none' | 'exists'
  readonly aspect: Aspect
  readonly holds: (item: Item) => boolean
}

/** Where in the criteria something stands. */
export interface Spot {
  readonly field: CriterionField
  /** from the outermost document, for errors */
  readonly at: string
  /** within the criteria, for people */
  readonly path: string
}

const textOperators: readonly TextOperator[] = [
  'equals',
  'contains',
  'startsWith',
  'endsWith',
  'glob',
  'matches',
]
export const operatorNames: readonly string[] = [...textOperators, 'not', 'exists', 'ignoreCase']

const maxText = 10_000

/** The tests of one aspect. @throws MailholdError `badInput` */
export function readTests(value: unknown, aspect: Aspect, spot: Spot): readonly Test[] {
  if (aspect.kind === 'size') return readSize(value, aspect, spot)
  return readText(value, aspect, { ...spot, ignoreCase: undefined, depth: 0 })
}

interface TextSpot extends Spot {
  readonly ignoreCase: boolean | undefined
  readonly depth: number
}

function readText(value: unknown, aspect: TextAspect, spot: TextSpot): readonly Test[] {
  if (typeof value === 'string')
    return [bareTest(asFilled(asText(value, spot.at), aspect, spot.at), aspect, spot)]
  const entries = membersOf(
    value,
    spot.at,
    'a text or an object of operators, such as {"contains": "Welcome"}',
  )
  const stated = entries.find(([name]) => name === 'ignoreCase')?.[1]
  const ignoreCase =
    stated === undefined ? spot.ignoreCase : asBoolean(stated, memberPath(spot.at, 'ignoreCase'))
  const inside = { ...spot, ignoreCase }
  const tests = entries
    .filter(([name]) => name !== 'ignoreCase')
    .map(([name, member]) => readOperator(name, member, aspect, inside))
  if (tests.length > 0) return tests
  throw badMember(spot.at, `needs one of ${operatorNames.slice(0, -1).join(', ')}`)
}

function readOperator(name: string, member: unknown, aspect: TextAspect, spot: TextSpot): Test {
  const at = memberPath(spot.at, name)
  if (name === 'exists') return existsTest(asBoolean(member, at), aspect, spot)
  if (name === 'not') return notTest(member, aspect, { ...spot, at })
  const operator = textOperators.find((known) => known === name)
  if (!operator) refuseMember(spot.at, name, operatorNames)
  const ignoreCase = spot.ignoreCase ?? aspect.ignoreCase
  const isWhole = operator === 'equals' || operator === 'glob'
  const text = asText(member, at)
  const expected = isWhole ? asFilled(text, aspect, at) : text
  const test = textTest({ operator, expected, ignoreCase, prepare: aspect.prepare }, at)
  return valueTest({
    criterion: { path: spot.path, field: spot.field, operator, expected, ignoreCase },
    aspect,
    holds: (item) => textsOf(item, aspect.of).some(test),
  })
}

function bareTest(expected: string, aspect: TextAspect, spot: TextSpot): Test {
  const { operator, ignoreCase, holds } = aspect.bare(expected, spot.ignoreCase, spot.at)
  return valueTest({
    criterion: { path: spot.path, field: spot.field, operator, expected, ignoreCase },
    aspect,
    holds,
  })
}

const valueTest = (test: Omit<Test, 'scope'>): Test => ({ ...test, scope: 'item' })

function existsTest(expected: boolean, aspect: Aspect, spot: Spot): Test {
  const criterion = {
    path: spot.path,
    field: spot.field,
    operator: 'exists' as const,
    expected,
    ignoreCase: false,
  }
  return { criterion, scope: 'exists', aspect, holds: () => expected }
}

function notTest(member: unknown, aspect: TextAspect, spot: TextSpot): Test {
  if (spot.depth >= 4) throw badMember(spot.at, 'not stands at most four deep')
  const tests = readText(member, aspect, { ...spot, depth: spot.depth + 1 })
  if (tests.some(({ scope }) => scope === 'exists')) {
    throw badMember(memberPath(spot.at, 'exists'), 'write exists: false instead of not exists')
  }
  const inner = tests.map(({ criterion }) => criterion)
  const ignoreCase = inner.some((criterion) => criterion.ignoreCase)
  return {
    criterion: {
      path: spot.path,
      field: spot.field,
      operator: 'not',
      expected: inWords(inner),
      ignoreCase,
      inner,
    },
    scope: 'none',
    aspect,
    holds: (item) => !tests.every((test) => test.holds(item)),
  }
}

const inWords = (criteria: readonly Criterion[]): string =>
  criteria.map(({ operator, expected }) => `${operator} ${show(expected)}`).join(' and ')

function readSize(value: unknown, aspect: SizeAspect, spot: Spot): readonly Test[] {
  if (typeof value === 'number') return [sizeTest('equals', asOctets(value, spot.at), aspect, spot)]
  const entries = membersOf(value, spot.at, 'a number of octets or an object with min, max or both')
  const tests = entries.map(([name, member]) => {
    if (name !== 'min' && name !== 'max') refuseMember(spot.at, name, ['min', 'max'])
    return sizeTest(name, asOctets(member, memberPath(spot.at, name)), aspect, spot)
  })
  if (tests.length > 0) return tests
  throw badMember(spot.at, 'needs min, max or both')
}

const sizeComparisons: Readonly<
  Record<'equals' | 'min' | 'max', (size: number, expected: number) => boolean>
> = {
  equals: (size, expected) => size === expected,
  min: (size, expected) => size >= expected,
  max: (size, expected) => size <= expected,
}

function sizeTest(
  operator: 'equals' | 'min' | 'max',
  expected: number,
  aspect: SizeAspect,
  spot: Spot,
): Test {
  const compare = sizeComparisons[operator]
  return valueTest({
    criterion: { path: spot.path, field: spot.field, operator, expected, ignoreCase: false },
    aspect,
    holds: (item) =>
      (item[aspect.of] ?? []).some((size) => typeof size === 'number' && compare(size, expected)),
  })
}

function asText(value: unknown, at: string): string {
  if (typeof value !== 'string') throw badMember(at, `must be a text, got ${show(value)}`)
  if (value.length > maxText) throw badMember(at, `has at most ${maxText} characters, got ${value.length}`)
  return value
}

/** An empty text where every value has some could never hold, and its `not` always would. */
function asFilled(text: string, { isNeverEmpty, prepare }: TextAspect, at: string): string {
  if (!isNeverEmpty || prepare(text) !== '') return text
  throw badMember(
    at,
    'an empty text equals no value; say {exists: false} for a mail without one, {exists: true} for a mail with one',
  )
}

function asBoolean(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') throw badMember(at, `must be true or false, got ${show(value)}`)
  return value
}

function asOctets(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw badMember(at, `must be a whole number of octets, got ${show(value)}`)
}
