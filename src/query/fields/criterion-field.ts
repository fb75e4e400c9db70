// What a field is to criteria: where its values are, and what operators on it and on its members look at.

import type { Criterion, CriterionField, ValueOperator } from '../criteria/criterion.js'
import { type TextOperator, textTest } from '../criteria/text-tests.js'
import type { Subject } from '../subject.js'
import type { Condition } from '../syntax.js'

/**
 * One value of a field, ready to be compared (NFC and what else its field does); each aspect of it in the forms in which
 * it may be met (a body as text or as HTML).
 */
export type Item = Readonly<Record<string, readonly (string | number)[]>>

/** A bare string that has been understood. */
export interface BareTest {
  readonly operator: ValueOperator
  readonly ignoreCase: boolean
  readonly holds: (item: Item) => boolean
}

/** Something about an item that operators can look at. */
export interface TextAspect {
  readonly kind: 'text'
  readonly of: string
  /** what is done to the text of a criterion, as it was done to the items */
  readonly prepare: (text: string) => string
  /** what operators do when nothing is said of case */
  readonly ignoreCase: boolean
  /** where there is such a value, it has some text */
  readonly isNeverEmpty?: true
  readonly bare: (expected: string, ignoreCase: boolean | undefined, path: string) => BareTest
}

export interface SizeAspect {
  readonly kind: 'size'
  readonly of: string
}

export type Aspect = TextAspect | SizeAspect

export interface FieldOfCriteria {
  readonly name: CriterionField
  /** what operators on the field itself look at */
  readonly aspect: Aspect
  /** what its members look at: `link.href` */
  readonly members?: Readonly<Record<string, TextAspect | SizeAspect>>
  /** `name` is the header field asked for, for the one field that has a name */
  readonly items: (subject: Subject, name: string) => readonly Item[]
  /** what a store can be asked beforehand: a condition that every mail fulfils that fulfils the criterion */
  readonly narrow?: (criterion: Criterion) => readonly Condition[]
}

/** The texts of an aspect. */
export const textsOf = (item: Item, of: string): readonly string[] =>
  (item[of] ?? []).filter((value) => typeof value === 'string')

interface TextAspectOptions {
  readonly of: string
  /** what a bare string means */
  readonly bare: TextOperator
  readonly prepare: (text: string) => string
  /** whether a bare string ignores case; other operators never do by themselves */
  readonly bareIgnoresCase?: boolean
  /** an empty text is then refused, for nothing equals it */
  readonly isNeverEmpty?: true
}

/** An aspect whose bare string is one of the operators. */
export function textAspect(options: TextAspectOptions): TextAspect {
  const { of, bare, prepare, bareIgnoresCase = false, isNeverEmpty } = options
  return {
    ...(isNeverEmpty && { isNeverEmpty }),
    kind: 'text',
    of,
    prepare,
    ignoreCase: false,
    bare: (expected, asked, path) => {
      const ignoreCase = asked ?? bareIgnoresCase
      const test = textTest({ operator: bare, expected, ignoreCase, prepare }, path)
      return { operator: bare, ignoreCase, holds: (item) => textsOf(item, of).some(test) }
    },
  }
}
