// The octets of a large message on their way to the writer, with a bounded number of them in flight.

import { MailholdError } from '../../model/errors.js'
import type { PendingBody } from '../store.js'

/** Octets that may wait for the writer before the sender has to. */
const inFlightAtMost = 512 * 1024

export interface BodySink {
  chunk(n: number, start: number, octets: Uint8Array<ArrayBuffer>): Promise<void>
  discard(): Promise<void>
}

export class ArrivingBody implements PendingBody {
  readonly token: number
  readonly #sink: BodySink
  readonly #waiting = new Set<() => void>()
  #chunks = 0
  #octets = 0
  #inFlight = 0
  #failure: unknown
  #state: 'open' | 'kept' | 'discarded' = 'open'

  constructor(token: number, sink: BodySink) {
    this.token = token
    this.#sink = sink
  }

  async write(octets: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#state !== 'open') throw new MailholdError('storeFailed', `the body was ${this.#state} already`)
    if (this.#failure === undefined && octets.byteLength > 0) this.#send(octets)
    while (this.#failure === undefined && this.#inFlight > inFlightAtMost) await this.#progress()
    if (this.#failure !== undefined) throw this.#failure
  }

  discard(): void {
    if (this.#state === 'discarded') return
    this.#state = 'discarded'
    // The writer takes a body away also when it starts again, so that a failure here needs no answer.
    this.#settled()
      .then(() => this.#sink.discard())
      .catch(() => {})
  }

  /** Resolves when every chunk is committed; the body belongs to its message from then on. */
  async finish(): Promise<void> {
    if (this.#state !== 'open') throw new MailholdError('storeFailed', `the body was ${this.#state} already`)
    this.#state = 'kept'
    await this.#settled()
    if (this.#failure !== undefined) throw this.#failure
    // An empty body has no chunk yet, and the writer has not heard of it.
    if (this.#chunks === 0) await this.#sink.chunk(0, 0, new Uint8Array(0))
  }

  #send(octets: Uint8Array<ArrayBuffer>): void {
    const { byteLength } = octets
    this.#inFlight += byteLength
    this.#sink
      .chunk(this.#chunks++, this.#octets, octets)
      .catch((error: unknown) => {
        this.#failure ??= error
      })
      .finally(() => {
        this.#inFlight -= byteLength
        for (const wake of this.#waiting) wake()
        this.#waiting.clear()
      })
    this.#octets += byteLength
  }

  async #settled(): Promise<void> {
    while (this.#inFlight > 0) await this.#progress()
  }

  #progress(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve))
  }
}
