// Who waits in one inbox for the same: each mail is judged once for all of them, and they are told one after the other.

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Considered } from '../../assert/tally.js'
import type { Change } from '../../model/change.js'
import type { Found } from './found.js'
import type { Look } from './look.js'
import type { Span } from './window.js'

/** Who is told of new mail. */
export interface Listener {
  readonly look: Look
  readonly inbox: Span['inbox']
  /** Told in the order of commits of every mail that is newer than `Joined.since`. */
  take(considered: Considered): void
  fail(error: unknown): void
}

export type Judge = (look: Look, found: Found) => Considered | Promise<Considered>

export interface Member {
  readonly listener: Listener
  /** told of mail that is newer */
  readonly since: number
}

/** Listeners told in one turn: their answers are on the wire, and others had theirs, before the next are told. */
const toldAtOnce = 16

/** Listeners in one inbox that judge alike. Mails are taken one after the other, in the order of commits. */
export class Group {
  readonly look: Look
  readonly members = new Set<Member>()
  /** settled when everything that was offered has been told */
  told: Promise<void> = Promise.resolve()
  /** offered and not told yet, oldest first */
  readonly pending: number[] = []

  constructor(look: Look) {
    this.look = look
  }

  offer(change: Change, mail: Promise<Found | undefined>, judge: Judge): void {
    this.pending.push(change.seq)
    this.told = this.told.then(async () => {
      const members = [...this.members].filter(({ since }) => change.seq > since)
      const found = members.length > 0 ? await mail : undefined
      if (found) await this.#tell(members, found, judge)
    })
    this.told = this.told.catch((error: unknown) => this.fail(error)).finally(() => this.pending.shift())
  }

  async #tell(members: readonly Member[], found: Found, judge: Judge): Promise<void> {
    const judged = judge(this.look, found)
    const considered = judged instanceof Promise ? await judged : judged
    for (const [at, member] of members.entries()) {
      if (at > 0 && at % toldAtOnce === 0) await nextTurn()
      if (this.members.has(member)) member.listener.take(considered)
    }
  }

  fail(error: unknown): void {
    for (const { listener } of this.members) listener.fail(error)
  }
}
