// One call: it is held until the verdict on all of its expectations is known, explained, and answered.

import { decideAll } from '../../assert/order.js'
import { MailholdError } from '../../model/errors.js'
import type { EndingListener, WaitOptions } from '../mailroom.js'
import type { ExplainContext } from './evidence.js'
import { type Decided, type Judged, judgedOf } from './judged.js'
import type { Look } from './look.js'
import { type Looks, watchedOf } from './looks.js'
import { Watch, type WatchContext, type WatchOwner } from './watch-one.js'

export interface HoldContext extends WatchContext, ExplainContext {
  /** Told of what will be judged soon. */
  readonly prepare: (look: Look) => void
  /** milliseconds since 1970 */
  readonly now: () => number
  /** lower case */
  readonly inboxDomains: readonly string[]
}

/** What is asked, and the report that is made of the verdicts. Equal calls may share one. */
export interface Question<Report> {
  readonly looks: Looks
  readonly report: (judged: Judged) => Report
}

/** Calls that may be held at once. */
const maxHeld = 1000
/** One call looks at old mail for at most so many milliseconds. */
const longestCall = 55_000

/** The calls that are held at one time. */
export class HeldCalls {
  readonly context: HoldContext
  count = 0

  constructor(context: HoldContext) {
    this.context = context
  }

  /**
   * Resolves when the verdicts are known.
   * @param ask may throw, as for bad input; then, when too many are held (`tooMany`), and when the call is ended, rejects
   */
  hold<Report>(ask: () => Question<Report>, options: WaitOptions): Promise<Report> {
    return new Promise((resolve, reject) => {
      const question = ask()
      if (this.count >= maxHeld) {
        throw new MailholdError(
          'tooMany',
          `${maxHeld} waits are held already; try again when some have ended`,
        )
      }
      if (options.ending.reason) throw options.ending.reason
      new HeldCall(this, question, { options, resolve, reject }).begin()
    })
  }
}

interface Asker<Report> {
  readonly options: WaitOptions
  readonly resolve: (report: Report) => void
  readonly reject: (error: unknown) => void
}

/** What is kept for as long as a call lasts; a thousand of them are collected with the mail that ends them. */
class HeldCall<Report> implements WatchOwner, EndingListener {
  readonly #calls: HeldCalls
  readonly #question: Question<Report>
  readonly #asker: Asker<Report>
  /** milliseconds since 1970 */
  readonly #began: number
  readonly #startedAt = performance.now()
  #watches: readonly Watch[] = []
  #isHeld = false

  constructor(calls: HeldCalls, question: Question<Report>, asker: Asker<Report>) {
    this.#calls = calls
    this.#question = question
    this.#asker = asker
    this.#began = calls.context.now()
  }

  begin(): void {
    const { context } = this.#calls
    const watched = watchedOf(this.#question.looks, context.store, this.#began)
    for (const { look } of watched) context.prepare(look)
    this.#calls.count += 1
    this.#isHeld = true
    this.#asker.options.ending.listeners.add(this)
    this.#watches = watched.map((one) => new Watch(context, one, { owner: this, historyLimit: longestCall }))
    for (const watch of this.#watches) watch.begin()
  }

  changed(): void {
    const outcome = decideAll(this.#question.looks.plan, this.#watches)
    if (!outcome) return
    const openTransactions = outcome.pass ? [] : this.#watches.map((watch) => watch.openTransactions)
    const upTo = Math.min(...this.#watches.map(({ toldUpTo }) => toldUpTo))
    this.#stopWatching()
    this.#answer({ outcome, openTransactions, upTo })
  }

  ended(error: unknown): void {
    this.#stopWatching()
    this.#fail(error)
  }

  #stopWatching(): void {
    this.#asker.options.ending.listeners.delete(this)
    for (const watch of this.#watches) watch.end()
  }

  #answer(decided: Decided): void {
    try {
      const judged = judgedOf(this.#calls.context, {
        watched: this.#watches,
        decided,
        began: this.#began,
        waitedMs: Math.round(performance.now() - this.#startedAt),
        smtpListeners: this.#asker.options.smtpListeners,
      })
      if (judged instanceof Promise) void this.#reportLater(judged)
      else this.#report(judged)
    } catch (error) {
      this.#fail(error)
    }
  }

  async #reportLater(judged: Promise<Judged>): Promise<void> {
    try {
      this.#report(await judged)
    } catch (error) {
      this.#fail(error)
    }
  }

  #report(judged: Judged): void {
    this.#letGo()
    this.#asker.resolve(this.#question.report(judged))
  }

  #fail(error: unknown): void {
    this.#letGo()
    this.#asker.reject(error)
  }

  /** Each of its watches may fail, one after the other; the call was held once. */
  #letGo(): void {
    if (this.#isHeld) this.#calls.count -= 1
    this.#isHeld = false
  }
}
