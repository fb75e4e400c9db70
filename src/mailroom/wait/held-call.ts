// One call: its expectations are watched until the verdict on all of them is known.

import type { Moment } from '../../assert/decide.js'
import { type AssertOutcome, decideAll } from '../../assert/order.js'
import type { AssertPlan } from '../../assert/plan.js'
import type { Ending } from '../mailroom.js'
import { Watch, type WatchContext, type Watched, type WatchOwner } from './watch-one.js'

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
    if (ending.reason) reject(ending.reason)
    else new Call(plan, ending, { resolve, reject }).begin(context, watched)
  })
}

interface Settling {
  readonly resolve: (decided: Decided) => void
  readonly reject: (error: unknown) => void
}

/** What is held for as long as a call lasts; a thousand of them are collected with the mail that ends them. */
class Call implements WatchOwner {
  readonly #plan: AssertPlan
  readonly #ending: Ending
  readonly #settling: Settling
  #watches: readonly Watch[] = []

  constructor(plan: AssertPlan, ending: Ending, settling: Settling) {
    this.#plan = plan
    this.#ending = ending
    this.#settling = settling
  }

  begin(context: WatchContext, watched: readonly Watched[]): void {
    this.#ending.listeners.add(this)
    this.#watches = watched.map((one) => new Watch(context, one, { owner: this, historyLimit: longestCall }))
    for (const watch of this.#watches) void watch.begin()
  }

  changed(): void {
    const outcome = this.#decide()
    if (!outcome) return
    const openTransactions = outcome.pass ? [] : this.#watches.map((watch) => watch.openTransactions)
    const upTo = Math.min(...this.#watches.map(({ toldUpTo }) => toldUpTo))
    this.#end()
    this.#settling.resolve({ outcome, openTransactions, upTo })
  }

  ended(error: unknown): void {
    this.#end()
    this.#settling.reject(error)
  }

  /** Old mail is read before anything is decided. */
  #decide(): AssertOutcome | undefined {
    const moments: Moment[] = []
    for (const { moment } of this.#watches) {
      if (!moment) return undefined
      moments.push(moment)
    }
    const tallies = this.#watches.map(({ tally }) => tally)
    return decideAll(this.#plan, tallies, moments)
  }

  #end(): void {
    this.#ending.listeners.delete(this)
    for (const watch of this.#watches) watch.end()
  }
}
