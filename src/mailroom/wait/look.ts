// What a wait asks of every mail: its plan and, from a query string, a search text as well.

import type { Plan } from '../../assert/plan.js'
import { type Considered, consider, type PatternBudget } from '../../assert/tally.js'
import type { Compiled } from '../../query/criteria/compile-criteria.js'
import type { Criterion, CriterionResult } from '../../query/criteria/criterion.js'
import { matches } from '../../query/match-search.js'
import type { Subject } from '../../query/subject.js'
import { type Expression, everything } from '../../query/syntax.js'

export interface Look {
  readonly plan: Plan
  /** equal for looks that judge every mail alike */
  readonly key: string
  /** the criteria as plain data, for another thread to read again */
  readonly written: WrittenCriteria
  readonly hasPatterns: boolean
  readonly needsBodies: boolean
  readonly search: Search | undefined
}

/** `q` of a query string. */
export interface Search {
  readonly text: string
  readonly expression: Expression
}

export interface WrittenCriteria {
  readonly match: unknown
  readonly each?: unknown
  readonly until?: unknown
}

export function lookOf(plan: Plan, search?: Search): Look {
  const written = writtenCriteria(plan.written)
  const all = [plan.match, ...plan.each, ...(plan.until ? [plan.until] : [])]
  return {
    plan: search ? { ...plan, match: withSearch(plan.match, search) } : plan,
    key: JSON.stringify([written, search?.text]),
    written,
    hasPatterns: all.some(({ hasPatterns }) => hasPatterns),
    needsBodies: all.some(({ criteria }) => criteria.some(({ field }) => bodyFields.has(field))),
    search,
  }
}

/** Looks for the mail that `until` names. */
export function barrierLook({ plan, written }: Look): Look | undefined {
  const { until: match } = plan
  return match && lookOf({ ...plan, match, each: [], until: undefined, written: { match: written.until } })
}

const bodyFields: ReadonlySet<Criterion['field']> = new Set(['body', 'text', 'html'])

function writtenCriteria(written: unknown): WrittenCriteria {
  if (typeof written !== 'object' || written === null) return { match: {} }
  const member = (name: string): unknown => Object.getOwnPropertyDescriptor(written, name)?.value
  const [match, each, until] = [member('match'), member('each'), member('until')]
  return { match, ...(each !== undefined && { each }), ...(until !== undefined && { until }) }
}

/** The search counts as one criterion more. */
function withSearch(match: Compiled, search: Search): Compiled {
  const criterion: Criterion = {
    path: 'q',
    field: 'q',
    operator: 'finds',
    expected: search.text,
    ignoreCase: false,
  }
  const held = (subject: Subject): CriterionResult => searchResult(criterion, search, subject)
  return {
    ...match,
    criteria: [...match.criteria, criterion],
    narrow: both(match.narrow, search.expression),
    evaluate: (subject) => [...match.evaluate(subject), held(subject)],
    evaluateWithoutPatterns: (subject) => [...match.evaluateWithoutPatterns(subject), held(subject)],
  }
}

const both = (one: Expression, other: Expression): Expression => ({ kind: 'and', operands: [one, other] })

/** What a store may be asked for to find every mail that this look may count; `undefined` where that is every mail. */
export function narrowing({ plan }: Look): Expression | undefined {
  const asked = plan.until ? [plan.match.narrow, plan.until.narrow] : [plan.match.narrow]
  if (asked.includes(everything)) return undefined
  return asked.length === 1 ? asked[0] : { kind: 'or', operands: asked }
}

/** What another thread judged by the criteria alone, with the search added. */
export function withSearchResult({ plan, search }: Look, considered: Considered): Considered {
  const criterion = search && plan.match.criteria.at(-1)
  if (!search || !criterion) return considered
  const { subject, results } = considered.candidate
  const result = searchResult(criterion, search, subject)
  const isMatch = considered.isMatch && result.pass
  return { ...considered, isMatch, candidate: { subject, results: [...results, result] } }
}

const searchResult = (criterion: Criterion, { expression }: Search, subject: Subject): CriterionResult => ({
  criterion,
  pass: matches(expression, subject),
  values: [],
  isOutOfTime: false,
})

export const judgeHere = ({ plan }: Look, subject: Subject, budget: PatternBudget = 'inTime'): Considered =>
  consider(plan, subject, budget)
