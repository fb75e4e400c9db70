// Whether it has been quiet long enough for a count to be final.

import type { TransactionFacts } from '../transactions.js'

export interface QuietOptions {
  /** milliseconds without a new match */
  readonly settle: number
  /** open transactions that could bring a mail */
  readonly reaching: () => readonly TransactionFacts[]
  /** resolves when all that is committed was counted */
  readonly caughtUp: () => Promise<void>
  readonly onChange: () => void
}

export class Quiet {
  readonly #options: QuietOptions
  #timer: NodeJS.Timeout | undefined
  /** what is under way belongs to the last restart; what an earlier one began is void */
  #round = 0
  #waitingFor: ReadonlySet<TransactionFacts> = new Set()
  #is = false

  constructor(options: QuietOptions) {
    this.#options = options
  }

  get is(): boolean {
    return this.#is
  }

  /** Transactions that are being waited for. */
  get open(): readonly TransactionFacts[] {
    return [...this.#waitingFor]
  }

  restart(): void {
    this.stop()
    const round = this.#round
    this.#timer = setTimeout(() => void this.#look(round), this.#options.settle)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#round += 1
    this.#is = false
    this.#waitingFor = new Set()
  }

  /** Looks once at what is open now, and waits for just that. */
  async #look(round: number): Promise<void> {
    const open = new Set(this.#options.reaching())
    this.#waitingFor = open
    await ended(open)
    await this.#options.caughtUp()
    if (round !== this.#round) return
    this.#waitingFor = new Set()
    this.#is = true
    this.#options.onChange()
  }
}

/** Resolves when all of them have ended; each leaves the set when it does. */
export async function ended(open: Set<TransactionFacts>): Promise<void> {
  await Promise.all(
    [...open].map(async (one) => {
      await one.ended
      open.delete(one)
    }),
  )
}
