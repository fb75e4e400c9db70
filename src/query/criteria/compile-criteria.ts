// Criteria in the form that wait, assert and explain share: what a store can narrow, and an exact judgement of every criterion.

import type { Item } from '../fields/criterion-field.js'
import type { Subject } from '../subject.js'
import { type Expression, everything } from '../syntax.js'
import type { Criterion, CriterionResult } from './criterion.js'
import { type Group, readCriteria } from './read-criteria.js'
import type { Test } from './read-operators.js'

export interface Compiled {
  /** in the order in which they were written */
  readonly criteria: readonly Criterion[]
  /** what a store may be asked beforehand: finds every mail that fulfils the criteria, and others */
  readonly narrow: Expression
  /** there are patterns among the criteria, which can take long on a hostile mail; evaluate them where they can be stopped */
  readonly hasPatterns: boolean
  /** Judges every criterion, also after one has failed; as many results as `criteria`, in that order. */
  evaluate(subject: Subject): readonly CriterionResult[]
  /** As `evaluate` for a mail on whose patterns too much time was spent: those fail and say so. */
  evaluateWithoutPatterns(subject: Subject): readonly CriterionResult[]
}

/**
 * @param criteria what came from outside; {} is fulfilled by every mail
 * @param at their path, for errors: `expectations[1].match`
 * @throws MailholdError `badInput` naming the wrong member and what would be right
 */
export function compileCriteria(criteria: unknown, at = 'match'): Compiled {
  const groups = readCriteria(criteria, at)
  const tests = groups.flatMap((group) => group.tests)
  return {
    criteria: tests.map(({ criterion }) => criterion),
    narrow: narrowAll(groups),
    hasPatterns: tests.some(({ criterion }) => usesPattern(criterion)),
    evaluate: (subject) => groups.flatMap((group) => evaluateGroup(group, subject)),
    evaluateWithoutPatterns: (subject) => groups.flatMap((group) => giveUpPatterns(group, subject)),
  }
}

/** Whether all of them passed. */
export const allPass = (results: readonly CriterionResult[]): boolean => results.every(({ pass }) => pass)

function evaluateGroup({ field, name, tests }: Group, subject: Subject): readonly CriterionResult[] {
  const items = itemsOf(field.name === 'header' ? `header ${name}` : field.name, subject, () =>
    field.items(subject, name),
  )
  const ofItems = tests.filter(({ scope }) => scope === 'item')
  const best = nearestItem(items, ofItems)
  return tests.map((test) => ({
    criterion: test.criterion,
    pass: passes(test, items, best),
    values: shown(test, ofItems.length > 1 && best ? [best] : items),
    isOutOfTime: false,
  }))
}

/** The patterns of a group fail unseen; everything else is judged as ever. */
function giveUpPatterns(group: Group, subject: Subject): readonly CriterionResult[] {
  const tests = group.tests.map(
    (test): Test => (usesPattern(test.criterion) ? { ...test, scope: 'item', holds: () => false } : test),
  )
  return evaluateGroup({ ...group, tests }, subject).map((result) =>
    usesPattern(result.criterion) ? { ...result, pass: false, isOutOfTime: true } : result,
  )
}

function passes(test: Test, items: readonly Item[], best: Item | undefined): boolean {
  if (test.scope === 'exists') return items.length > 0 === test.criterion.expected
  if (test.scope === 'none') return items.every((item) => test.holds(item))
  return best !== undefined && test.holds(best)
}

/** The item that passes most tests, the first of several. One test alone is met if any item meets it. */
function nearestItem(items: readonly Item[], tests: readonly Test[]): Item | undefined {
  let best = items[0]
  let most = -1
  for (const item of items) {
    const passed = tests.filter((test) => test.holds(item)).length
    if (passed > most) {
      best = item
      most = passed
    }
    if (passed === tests.length) break
  }
  return best
}

/** The values that a test looked at. */
const shown = ({ aspect }: Test, items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => (item[aspect.of] ?? []).map(String))

const usesPattern = ({ operator, inner = [] }: Criterion): boolean =>
  operator === 'matches' || inner.some(usesPattern)

/** Many waiters look at the same mail: its values are made ready once. */
const ready = new WeakMap<Subject, Map<string, readonly Item[]>>()

function itemsOf(key: string, subject: Subject, make: () => readonly Item[]): readonly Item[] {
  const known = ready.get(subject) ?? new Map<string, readonly Item[]>()
  ready.set(subject, known)
  const items = known.get(key) ?? make()
  known.set(key, items)
  return items
}

/** What the criteria of all fields let a store be asked. */
function narrowAll(groups: readonly Group[]): Expression {
  const conditions = groups.flatMap(({ field, tests }) =>
    tests
      .filter(
        ({ scope, criterion }) => scope === 'item' || (scope === 'exists' && criterion.expected === true),
      )
      .flatMap(({ criterion }) => field.narrow?.(criterion) ?? []),
  )
  if (conditions.length === 0) return everything
  return { kind: 'and', operands: conditions.map((condition) => ({ kind: 'is', condition })) }
}
