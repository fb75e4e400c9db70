// What a hint about one criterion of one mail is, and the question that most of them ask.

import type { Criterion, CriterionResult } from '../../query/criteria/criterion.js'
import { type TextOperator, textTest } from '../../query/criteria/text-tests.js'
import type { Subject } from '../../query/subject.js'

/** A criterion that a mail failed. */
export interface Miss {
  readonly result: CriterionResult
  readonly criterion: Criterion
  readonly values: readonly string[]
  readonly subject: Subject
}

export interface CriterionHint {
  /** names the cause, for programs and tests */
  readonly name: string
  /** a sentence for a person, with the remedy; `undefined` where this is not the cause */
  readonly tell: (miss: Miss) => string | undefined
}

export const asMiss = (result: CriterionResult, subject: Subject): Miss => ({
  result,
  criterion: result.criterion,
  values: result.values,
  subject,
})

/** The text that was expected, where the criterion is one about text. */
export const expectedText = ({ criterion }: Miss): string | undefined =>
  typeof criterion.expected === 'string' && criterion.operator !== 'not' ? criterion.expected : undefined

interface Relaxed {
  readonly values?: readonly string[]
  readonly operator?: TextOperator
  readonly ignoreCase?: boolean
  /** done to both sides */
  readonly form?: (text: string) => string
}

// Hints look at the beginning of what is huge: they explain, they do not decide.
const seenCharacters = 20_000
const seenValues = 200

/** Whether the criterion would hold if it were taken less strictly. */
export function wouldHold(miss: Miss, relaxed: Relaxed): boolean {
  const expected = expectedText(miss)
  const operator = relaxed.operator ?? textOperator(miss.criterion)
  if (expected === undefined || operator === undefined) return false
  const form = relaxed.form ?? ((text: string): string => text.normalize())
  const ignoreCase = relaxed.ignoreCase ?? miss.criterion.ignoreCase
  if (form(expected) === '') return false
  const test = textTest({ operator, expected, ignoreCase, prepare: form }, '')
  const values = (relaxed.values ?? miss.values).slice(0, seenValues)
  return values.some((value) => test(form(value.slice(0, seenCharacters))))
}

const operators: readonly TextOperator[] = ['equals', 'contains', 'startsWith', 'endsWith', 'glob', 'matches']

const textOperator = ({ operator }: Criterion): TextOperator | undefined =>
  operators.find((known) => known === operator)

/** Fields whose values are addresses. */
export const isAddressField = ({ field }: Criterion): boolean =>
  field === 'from' || field === 'replyTo' || isRecipientField(field)

/** A hint on a criterion about addresses. @param tell is given the address that was expected */
export const addressHint =
  (tell: (expected: string, miss: Miss) => string | undefined): CriterionHint['tell'] =>
  (miss) => {
    const expected = expectedText(miss)
    return expected === undefined || !isAddressField(miss.criterion) ? undefined : tell(expected, miss)
  }

const isRecipientField = (field: Criterion['field']): boolean =>
  field === 'to' || field === 'cc' || field === 'bcc' || field === 'recipient'
