// One message from its first octet to its commit: gathered, counted, indexed and stored while it arrives.

import { scanHeaders } from '../mail/header-scan.js'
import { problem } from '../mail/problems.js'
import { MailholdError } from '../model/errors.js'
import type { MailFacts } from '../model/facts.js'
import type { PendingBody, Store } from '../store/store.js'
import { createGatherer } from './gather.js'
import { countOctets, type OctetFacts } from './octet-facts.js'
import { asFound } from './parser/found.js'
import type { Found } from './parser/messages.js'
import type { IndexJob, ParserPool } from './parser/pool.js'

/** What one message was found to be, ready to be kept. */
export interface Arrived {
  readonly octets: OctetFacts
  readonly found: Found
  readonly body: Uint8Array<ArrayBuffer> | PendingBody
}

export interface Intake {
  readonly size: number
  /** Copies the octets; a promise means: wait before writing more. Rejects when the store failed. */
  write(octets: Uint8Array): Promise<void> | undefined
  /** Call once, after the last octet, with the addresses of the envelope's recipients. */
  end(recipients: readonly string[]): Promise<Arrived>
  discard(): void
}

/** As much of the beginning of a large message as is kept for the case that its index is lost. */
const headKept = 64 * 1024

export function createIntake(
  store: Store,
  parser: ParserPool,
  options: { readonly smtpUtf8: boolean },
): Intake {
  return new StreamingIntake(store, parser.index(options))
}

class StreamingIntake implements Intake {
  readonly #store: Store
  readonly #index: IndexJob
  readonly #gatherer = createGatherer()
  readonly #counter = countOctets()
  #pending: PendingBody | undefined
  #head: Uint8Array = new Uint8Array(0)
  #flowing: Promise<void> = Promise.resolve()
  #indexLost: Error | undefined
  #ended = false

  constructor(store: Store, index: IndexJob) {
    this.#store = store
    this.#index = index
  }

  get size(): number {
    return this.#counter.size
  }

  write(octets: Uint8Array): Promise<void> | undefined {
    this.#counter.feed(octets)
    let rest = octets
    let waiting: Promise<void> | undefined
    while (rest.length > 0) {
      if (this.#gatherer.isFull) waiting = this.#pass(this.#gatherer.take())
      rest = rest.subarray(this.#gatherer.add(rest))
    }
    return waiting
  }

  async end(recipients: readonly string[]): Promise<Arrived> {
    this.#ended = true
    const octets = this.#counter.end()
    const last = this.#gatherer.take()
    await this.#flowing
    if (this.#head.length === 0) this.#head = last.subarray(0, headKept)
    // The store takes the buffer over: the index must have read it by then.
    const found = await this.#index
      .end(last, recipients)
      .catch((reason: Error) => asFound(this.#scan(octets.size, reason), recipients))
    if (!this.#pending) return { octets, found, body: last }
    await this.#pending.write(last)
    return { octets, found, body: this.#pending }
  }

  discard(): void {
    if (this.#ended) this.#pending?.discard()
    if (this.#ended) return
    this.#ended = true
    this.#index.forget()
    this.#flowing = this.#flowing.catch(() => undefined).then(() => this.#pending?.discard())
  }

  /** Hands a full buffer to the index and the store, one after the other, so that little is in flight. */
  #pass(full: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#head.length === 0) this.#head = full.slice(0, headKept)
    const pending = this.#pending ?? this.#store.openBody()
    this.#pending = pending
    this.#flowing = this.#flowing.then(async () => {
      await this.#feedIndex(full)
      await pending.write(full)
    })
    this.#flowing.catch(() => undefined)
    return this.#flowing
  }

  async #feedIndex(octets: Uint8Array): Promise<void> {
    if (this.#indexLost) return
    try {
      await this.#index.feed(octets)
    } catch (error) {
      this.#indexLost = error instanceof Error ? error : new Error(String(error))
    }
  }

  #scan(size: number, reason: Error): MailFacts {
    if (reason instanceof MailholdError) throw reason
    return scanHeaders(this.#head, size, problem('notIndexed', `${reason.message}; only the header was read`))
  }
}
