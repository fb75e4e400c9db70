// How many bad commands a client may send before it is sent away.

import type { Reply } from '../reply.js'

/** RFC 4954 §6: the exchange is over. */
export const authSucceeded = 235

/** RFC 4954 §6: the name or the password was wrong. */
export const authFailed = 535

/** What a client hears that does not know how to talk. */
const complaints = new Set([500, 501, 502, 503, 504, authFailed, 555])

const usualBadCommands = 20

export class Patience {
  readonly #allowed: number
  #badCommands = 0

  constructor(allowed: number = usualBadCommands) {
    this.#allowed = allowed
  }

  /** Counts `answer` where it is a complaint; returns how many there were once these are too many. */
  exhaustedBy(answer: Reply): number | undefined {
    if (complaints.has(answer.code)) this.#badCommands++
    return this.#badCommands >= this.#allowed ? this.#badCommands : undefined
  }

  /** The client has shown that it can do better. */
  renew(): void {
    this.#badCommands = 0
  }
}
