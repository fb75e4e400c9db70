// What one expectation of a call has seen, and what it knows besides the mails.

import type { Moment } from '../../assert/decide.js'
import type { Seen } from '../../assert/order.js'
import { needsQuiet } from '../../assert/plan.js'
import { type Considered, count, countOne, nothingSeen, type Tally } from '../../assert/tally.js'
import { settlesWithin } from '../../model/settles-within.js'
import type { TransactionFacts } from '../transactions.js'
import type { Arrivals, Joined } from './arrivals.js'
import type { Listener } from './group.js'
import { type HistoryContext, tallyHistory } from './history.js'
import type { Look } from './look.js'
import { ended, Quiet } from './quiet.js'
import type { Reaching } from './reach.js'
import { isInSpan, type Span } from './window.js'

export interface WatchContext extends HistoryContext {
  readonly arrivals: Arrivals
  readonly reaching: Reaching
}

export interface Watched {
  readonly look: Look
  readonly span: Span
}

/** Who decides by what is seen. */
export interface WatchOwner {
  /** The tally or the moment is another than before. */
  changed(): void
  ended(error: unknown): void
}

export interface WatchOptions {
  readonly owner: WatchOwner
  /** the longest that reading old mail may take, milliseconds */
  readonly historyLimit: number
}

const none: ReadonlySet<TransactionFacts> = new Set()

/** Mails may still be under way to it when its time is over; they are given so many milliseconds. */
const lastCall = 250

export class Watch implements Listener, Seen, Moment {
  readonly look: Look
  readonly inbox: Span['inbox']
  readonly span: Span
  readonly #context: WatchContext
  readonly #options: WatchOptions
  readonly #joined: Joined
  /** where the verdict depends on it */
  readonly #quiet: Quiet | undefined
  #tally: Tally = nothingSeen
  /** the place of the last mail that it was told of */
  #newest = 0
  /** what came while old mail was read */
  #early: Considered[] | undefined = []
  #isBarrierSettled = false
  #openAtBarrier: ReadonlySet<TransactionFacts> = none
  #isDeadline = false
  #isEnded = false
  #deadline: NodeJS.Timeout | undefined

  /** Listens from now on; `begin` then reads what is there. */
  constructor(context: WatchContext, { look, span }: Watched, options: WatchOptions) {
    this.look = look
    this.inbox = span.inbox
    this.span = span
    this.#context = context
    this.#options = options
    this.#joined = context.arrivals.join(this)
    this.#quiet = needsQuiet(look.plan) ? this.#newQuiet() : undefined
  }

  #newQuiet(): Quiet {
    return new Quiet({
      settle: this.look.plan.scope.settle,
      reaching: () => this.#context.reaching(this.inbox),
      caughtUp: () => this.#joined.caughtUp(),
      onChange: () => this.#changed(),
    })
  }

  get tally(): Tally {
    return this.#tally
  }

  /** `undefined` while old mail is still being read */
  get moment(): Moment | undefined {
    return this.#early ? undefined : this
  }

  get isQuiet(): boolean {
    return this.#quiet?.is ?? false
  }

  get isBarrierSettled(): boolean {
    return this.#isBarrierSettled
  }

  get isDeadline(): boolean {
    return this.#isDeadline
  }

  /**
   * Transactions that are waited for, and others that could bring a mail. Counted only where the verdict depends on it:
   * every one of a thousand waits would route every open transaction.
   */
  get openTransactions(): number {
    const quiet = this.#quiet?.open ?? []
    return new Set([...this.#openAtBarrier, ...quiet, ...this.#context.reaching(this.inbox)]).size
  }

  /** Everything up to this place in the order was looked at. */
  get toldUpTo(): number {
    return Math.max(this.#joined.toldUpTo(), this.#newest)
  }

  /** Reads what is there, then counts on with what comes. */
  begin(): void {
    const { timeout } = this.look.plan.scope
    if (timeout > 0) this.#deadline = setTimeout(() => void this.#timeIsOver(), timeout)
    const giveUpAt = performance.now() + this.#options.historyLimit
    const isOver = (): boolean => this.#isEnded || performance.now() > giveUpAt
    const request = { look: this.look, span: this.span, upTo: this.#joined.since, isOver }
    tallyHistory(this.#context, request)
      .then((old) => this.#begun(old))
      .catch((error: unknown) => this.#options.owner.ended(error))
  }

  #begun(old: Tally): void {
    const early = this.#early ?? []
    this.#early = undefined
    this.#counted(count(old, early))
    this.#quiet?.restart()
    if (this.look.plan.scope.timeout === 0) void this.#timeIsOver()
    else this.#changed()
  }

  take(considered: Considered): void {
    this.#newest = considered.candidate.subject.summary.seq
    if (!isInSpan(this.span, considered.candidate.subject.summary)) return
    if (this.#early) {
      this.#early.push(considered)
      return
    }
    this.#counted(countOne(this.#tally, considered))
    if (considered.isMatch) this.#quiet?.restart()
    this.#changed()
  }

  fail(error: unknown): void {
    this.#options.owner.ended(error)
  }

  end(): void {
    this.#isEnded = true
    clearTimeout(this.#deadline)
    this.#quiet?.stop()
    this.#joined.leave()
  }

  #counted(tally: Tally): void {
    const had = this.#tally.barrier
    this.#tally = tally
    if (had === undefined && this.#tally.barrier !== undefined) void this.#settleBarrier()
  }

  /** What was open when the barrier came may still bring a mail that counts. */
  async #settleBarrier(): Promise<void> {
    const open = new Set(this.#context.reaching(this.inbox))
    this.#openAtBarrier = open
    await ended(open)
    await this.#joined.caughtUp()
    this.#isBarrierSettled = true
    this.#changed()
  }

  async #timeIsOver(): Promise<void> {
    await settlesWithin(this.#joined.caughtUp(), lastCall)
    this.#isDeadline = true
    this.#changed()
  }

  #changed(): void {
    if (!this.#isEnded) this.#options.owner.changed()
  }
}
