// One message's octets on their way into the mailroom, with what may go wrong on it.

import type { Examined, Incoming, Kept } from '../mailroom/mailroom.js'
import { type Reply, reply, tooBig } from './reply.js'

/** What became of a message: its reply, and what was kept if it was. */
export interface Outcome {
  readonly reply: Reply
  readonly kept?: Kept
}

export interface BodyOptions {
  /** octets that are allowed */
  readonly limit: number
  /** turns what the mailroom threw into a reply, and logs it where it must be */
  readonly answerError: (error: unknown) => Reply
}

/**
 * Takes all octets that come, also those of a message that is refused already, and ends with `keep` or `discard`.
 * None of its methods throws or rejects.
 */
export class Body {
  readonly #options: BodyOptions
  readonly #incoming: Incoming
  #state: { readonly is: 'open' | 'over' } | { readonly is: 'refused'; readonly reply: Reply } = {
    is: 'open',
  }

  #size = 0

  constructor(incoming: Incoming, options: BodyOptions) {
    this.#incoming = incoming
    this.#options = options
  }

  /** Why the message cannot be kept, if so. */
  get refusal(): Reply | undefined {
    return this.#state.is === 'refused' ? this.#state.reply : undefined
  }

  /** octets that came so far, refused or not */
  get size(): number {
    return this.#size
  }

  /** A promise means: wait for it before writing more. */
  write(octets: Uint8Array): Promise<void> | undefined {
    this.#size += octets.length
    if (this.#state.is !== 'open') return undefined
    if (this.#size > this.#options.limit) {
      this.#refuse(tooBig(this.#options.limit))
      return undefined
    }
    try {
      return this.#incoming.write(octets)?.catch((error) => this.#fail(error))
    } catch (error) {
      this.#fail(error)
      return undefined
    }
  }

  /** Writes slices one after the other. */
  async writeAll(slices: readonly Uint8Array[]): Promise<void> {
    for (const slice of slices) {
      const room = this.write(slice)
      if (room) await room
    }
  }

  /** Where the message will lie, now that all of it is there; `undefined` where it cannot be kept. */
  async examine(): Promise<Examined | undefined> {
    if (this.#state.is !== 'open') return undefined
    try {
      return await this.#incoming.examine()
    } catch (error) {
      this.#fail(error)
      return undefined
    }
  }

  /** What the client was told in the end, or what happened instead. */
  answered(reply: string): void {
    this.#incoming.answered(reply)
  }

  /** Resolves with the reply when the message is durable, or cannot be. */
  async keep(): Promise<Outcome> {
    if (this.#state.is === 'refused') return { reply: this.#state.reply }
    if (this.#state.is === 'over') return { reply: reply('451 4.4.2', 'The message is incomplete') }
    this.#state = { is: 'over' }
    try {
      const kept = await this.#incoming.keep()
      return { reply: reply('250 2.0.0', `Ok: kept as ${kept.id}`), kept }
    } catch (error) {
      return { reply: this.#options.answerError(error) }
    }
  }

  discard(): void {
    if (this.#state.is !== 'open') return
    this.#state = { is: 'over' }
    this.#incoming.discard()
  }

  #fail(error: unknown): void {
    if (this.#state.is === 'open') this.#refuse(this.#options.answerError(error))
  }

  #refuse(refusal: Reply): void {
    this.#state = { is: 'refused', reply: refusal }
    this.#incoming.discard()
  }
}
