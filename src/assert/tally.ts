// What a wait has seen so far: grows by one mail at a time, in the order of commits, and stays small.

import type { MessageSummary } from '../model/message.js'
import { allPass } from '../query/criteria/compile-criteria.js'
import type { CriterionResult } from '../query/criteria/criterion.js'
import type { Subject } from '../query/subject.js'
import { type Candidate, nearest } from './near-miss.js'
import type { Plan } from './plan.js'

/** How the patterns of the criteria were dealt with: by now, or given up because they took too long. */
export type PatternBudget = 'inTime' | 'outOfTime'

/** A mail held against an expectation. */
export interface Considered {
  readonly candidate: Candidate
  readonly isMatch: boolean
  /** of a match: what of `each` it does not fulfil */
  readonly failsEach: boolean
  readonly isBarrier: boolean
}

export interface Tally {
  /** how many mails were looked at */
  readonly looked: number
  /** oldest first */
  readonly matched: readonly MessageSummary[]
  /** more that match, but count for another expectation: in strict order a mail counts once */
  readonly countedElsewhere: number
  /** the first match that does not fulfil `each`, with the results of `each` */
  readonly failing: Candidate | undefined
  /** the mails that came nearest without matching, nearest first; at most three */
  readonly nearest: readonly Candidate[]
  /** the place in the order of the mail that `until` named, once it has come */
  readonly barrier: number | undefined
}

export const nothingSeen: Tally = {
  looked: 0,
  matched: [],
  countedElsewhere: 0,
  failing: undefined,
  nearest: [],
  barrier: undefined,
}

/** Holds a mail against an expectation. Pure; may run on another thread. */
export function consider(plan: Plan, subject: Subject, budget: PatternBudget = 'inTime'): Considered {
  const judge = (compiled: Plan['match']): readonly CriterionResult[] =>
    budget === 'inTime' ? compiled.evaluate(subject) : compiled.evaluateWithoutPatterns(subject)
  const match = judge(plan.match)
  const isMatch = allPass(match)
  const each = isMatch ? plan.each.flatMap(judge) : []
  return {
    candidate: { subject, results: [...match, ...each] },
    isMatch,
    failsEach: !allPass(each),
    isBarrier: plan.until !== undefined && allPass(judge(plan.until)),
  }
}

/** The tally with these mails more; they must come in the order of commits, and a page of them at once is cheapest. */
export function count(tally: Tally, considered: readonly Considered[]): Tally {
  if (considered.length === 0) return tally
  const summaries = considered.filter(isMatch).map(({ candidate }) => candidate.subject.summary)
  const misses = considered.filter((one) => !one.isMatch).map(({ candidate }) => candidate)
  return {
    looked: tally.looked + considered.length,
    matched: joined(tally.matched, summaries),
    countedElsewhere: tally.countedElsewhere,
    failing: tally.failing ?? considered.find(({ failsEach }) => failsEach)?.candidate,
    nearest: misses.length === 0 ? tally.nearest : nearest(joined(tally.nearest, misses)),
    barrier: tally.barrier ?? considered.find(({ isBarrier }) => isBarrier)?.candidate.subject.summary.seq,
  }
}

const firsts = new WeakMap<Considered, Tally>()

/** The tally with one mail more. A thousand waits may see the same mail first; what they saw is counted once for all. */
export function countOne(tally: Tally, considered: Considered): Tally {
  if (tally !== nothingSeen) return count(tally, [considered])
  const known = firsts.get(considered)
  if (known) return known
  const first = count(nothingSeen, [considered])
  firsts.set(considered, first)
  return first
}

const isMatch = (considered: Considered): boolean => considered.isMatch

/** Both, of which one is mostly empty. */
function joined<Item>(before: readonly Item[], more: readonly Item[]): readonly Item[] {
  if (more.length === 0) return before
  return before.length === 0 ? more : [...before, ...more]
}
