// Messages that the client has asked for already are read while earlier ones are being sent.

import type { Maildrop, MaildropMessage } from '../mailroom/mailroom.js'
import type { MessageId } from '../model/ids.js'

/** Larger messages are streamed when their turn comes. */
const largestMessage = 64 * 1024
/** Octets and messages that one session may hold read ahead. */
const mostOctets = 512 * 1024
const mostMessages = 32

type Octets = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

interface Ahead {
  readonly size: number
  readonly octets: Promise<Octets | undefined>
}

export class ReadAhead {
  readonly #maildrop: Maildrop
  readonly #ahead = new Map<MessageId, Ahead>()
  #octets = 0

  constructor(maildrop: Maildrop) {
    this.#maildrop = maildrop
  }

  /** How many messages are held at most. */
  readonly most = mostMessages

  /** Whether it is time to look for more; not at every message, because looking costs too. */
  get isLow(): boolean {
    return this.#ahead.size < mostMessages / 4
  }

  /** Begins to read a message, if it is small and there is room. */
  begin({ id, size }: MaildropMessage): void {
    const isWanted =
      size <= largestMessage && this.#octets + size <= mostOctets && this.#ahead.size < mostMessages
    if (!isWanted || this.#ahead.has(id)) return
    const octets = this.#whole(id)
    // Who takes it learns of the failure; until then nobody does.
    octets.catch(() => undefined)
    this.#ahead.set(id, { size, octets })
    this.#octets += size
  }

  /** A message's octets in CRLF form; `undefined`: it has gone. */
  take(id: MessageId): Promise<Octets | undefined> {
    const ahead = this.#ahead.get(id)
    if (ahead === undefined) return this.#maildrop.read(id)
    this.#ahead.delete(id)
    this.#octets -= ahead.size
    return ahead.octets
  }

  /** Drops what nobody took. */
  forget(): void {
    this.#ahead.clear()
    this.#octets = 0
  }

  async #whole(id: MessageId): Promise<Octets | undefined> {
    const octets = await this.#maildrop.read(id)
    if (octets === undefined) return undefined
    const pieces: Uint8Array[] = []
    for await (const piece of octets) pieces.push(piece)
    return pieces
  }
}
