// One call: its expectations are watched until the verdict on all of them is known.

import type { Moment } from '../../assert/decide.js'
import { type AssertOutcome, decideAll } from '../../assert/order.js'
import type { AssertPlan } from '../../assert/plan.js'
import type { Ending } from '../mailroom.js'
import type { Look } from './look.js'
import { Watch, type WatchContext } from './watch-one.js'
import type { Span } from './window.js'

export interface Watched {
  readonly look: Look
  readonly span: Span
}

export interface Decided {
  readonly outcome: AssertOutcome
  /** per expectation, transactions that were open at the end and could have brought a mail; not counted where all is met */
  readonly openTransactions: readonly number[]
  /** everything up to this place in the order was looked at */
  readonly upTo: number
}

/** One call holds at most so many milliseconds. */
const longestCall = 55_000

/**
 * Resolves with the verdict.
 * @param ending ends it early; rejects with its reason
 */
export function watchAll(
  context: WatchContext,
  plan: AssertPlan,
  { watched, ending }: { readonly watched: readonly Watched[]; readonly ending: Ending },
): Promise<Decided> {
  return new Promise((resolve, reject) => {
    let watches: readonly Watch[] = []
    const finish = (end: () => void): void => {
      ending.listeners.delete(onError)
      for (const watch of watches) watch.end()
      end()
    }
    const onError = (error: unknown): void => finish(() => reject(error))
    const onChange = (): void => {
      const outcome = decideNow(plan, watches)
      if (!outcome) return
      const openTransactions = outcome.pass ? [] : watches.map((watch) => watch.openTransactions)
      const upTo = Math.min(...watches.map(({ toldUpTo }) => toldUpTo))
      finish(() => resolve({ outcome, openTransactions, upTo }))
    }
    if (ending.reason) return reject(ending.reason)
    ending.listeners.add(onError)
    watches = watched.map(
      (one) => new Watch(context, { ...one, historyLimit: longestCall, onChange, onError }),
    )
    for (const watch of watches) void watch.begin()
  })
}

/** Old mail is read before anything is decided. */
function decideNow(plan: AssertPlan, watches: readonly Watch[]): AssertOutcome | undefined {
  const moments: Moment[] = []
  for (const { moment } of watches) {
    if (!moment) return undefined
    moments.push(moment)
  }
  const tallies = watches.map(({ tally }) => tally)
  return decideAll(plan, tallies, moments)
}
