// An expectation that has been read: compiled criteria, numbers instead of texts.

import type { InboxName } from '../model/ids.js'
import type { Compiled } from '../query/criteria/compile-criteria.js'

/** both ends included; without `max` any number from `min` on */
export interface Count {
  readonly min: number
  readonly max?: number
}

/** Where to look and for how long. */
export interface Scope {
  readonly inbox: InboxName | undefined
  /** as given: a cursor, a time or `start`; the one who asks the store turns it into a place */
  readonly after: string | undefined
  /** milliseconds */
  readonly timeout: number
  /** milliseconds */
  readonly settle: number
  /** settle was asked for by name, so quiet is waited for even where the count needs none */
  readonly isSettleAsked: boolean
  /** milliseconds that earlier calls of the same wait took */
  readonly waited: number
}

export interface Plan {
  readonly name: string | undefined
  readonly scope: Scope
  /** as it came, plain data: what another thread reads again, and what equal expectations have in common */
  readonly written: unknown
  readonly match: Compiled
  readonly each: readonly Compiled[]
  readonly until: Compiled | undefined
  readonly count: Count
  readonly returns: 'full' | 'summary'
}

export interface AssertPlan {
  readonly scope: Scope
  readonly plans: readonly Plan[]
  readonly order: 'any' | 'strict'
}

/**
 * Whether the count is known only when it has been quiet for a while: a mail more could still change the verdict.
 * With a barrier the barrier decides instead.
 */
export const needsQuiet = ({ until, count, scope }: Plan): boolean =>
  until === undefined && (count.max !== undefined || scope.isSettleAsked)

/** `exactly 2`, `at least 1`, `1 to 3`, `no` */
export function countInWords({ min, max }: Count): string {
  if (max === undefined) return `at least ${min}`
  if (max === 0) return 'no'
  if (min === max) return `exactly ${min}`
  return min === 0 ? `at most ${max}` : `${min} to ${max}`
}
