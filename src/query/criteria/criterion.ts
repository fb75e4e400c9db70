// The normal form of criteria: one criterion per operator, each with a result of its own.

import type { Criteria } from './criteria.js'

export type ValueOperator =
  | 'equals'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'glob'
  | 'matches'
  | 'min'
  | 'max'
/** `finds`: a search text by which the mail must be found, of no one field */
export type Operator = ValueOperator | 'not' | 'exists' | 'finds'

export type CriterionField = keyof Criteria

export interface Criterion {
  /** what is looked at, as its user writes it within the criteria: `subject`, `link.href`, `header.X-Mailer` */
  readonly path: string
  readonly field: CriterionField | 'q'
  readonly operator: Operator
  /** for `not` its inner criteria in words */
  readonly expected: string | number | boolean
  readonly ignoreCase: boolean
  /** of `not`: what must not hold together */
  readonly inner?: readonly Criterion[]
}

export interface CriterionResult {
  readonly criterion: Criterion
  readonly pass: boolean
  /** what was looked at: one text per value of the field; empty where the mail has none */
  readonly values: readonly string[]
  /** the evaluation was given up because it took too long */
  readonly isOutOfTime: boolean
}
