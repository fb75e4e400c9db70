// The maildrop as one session sees it: messages by number, marks that take effect at QUIT (RFC 1939 §5, §6).

import type { DeletePolicy, Maildrop, MaildropMessage } from '../mailroom/mailroom.js'
import { MailholdError } from '../model/errors.js'
import { ReadAhead } from './read-ahead.js'

/** A message and its number; numbers do not change during a session. */
export interface NumberedMessage extends MaildropMessage {
  readonly number: number
}

/** Whoever opens one releases it, however the session ends. */
export class SessionMaildrop {
  readonly #maildrop: Maildrop
  readonly #marked = new Set<number>()
  readonly #all: { readonly count: number; readonly octets: number }
  #markedOctets = 0
  readonly readAhead: ReadAhead

  constructor(maildrop: Maildrop) {
    this.#maildrop = maildrop
    this.readAhead = new ReadAhead(maildrop)
    const octets = maildrop.messages.reduce((sum, message) => sum + message.size, 0)
    this.#all = { count: maildrop.messages.length, octets }
  }

  get name(): string {
    return this.#maildrop.name
  }

  get description(): string {
    return this.#maildrop.description
  }

  /** How many messages are not marked, and how many octets RETR would send of them. */
  get drop(): { readonly count: number; readonly octets: number } {
    return { count: this.#all.count - this.#marked.size, octets: this.#all.octets - this.#markedOctets }
  }

  /** @throws MailholdError `notFound` for a number that no message has, or one that is marked */
  message(number: number): NumberedMessage {
    const message = this.#at(number)
    if (message === undefined)
      throw new MailholdError('notFound', `there is no message ${number}, ${this.#range()}`)
    if (this.#marked.has(number))
      throw new MailholdError('notFound', `message ${number} is marked as deleted`)
    return message
  }

  /** Like `message`, but `undefined` where that throws. */
  find(number: number): NumberedMessage | undefined {
    return this.#marked.has(number) ? undefined : this.#at(number)
  }

  /** A line for every message that is not marked, in order. */
  *lines(write: (message: NumberedMessage) => string): Generator<string> {
    for (const [index, { id, size }] of this.#maildrop.messages.entries()) {
      if (!this.#marked.has(index + 1)) yield write({ number: index + 1, id, size })
    }
  }

  /** @throws MailholdError `notFound` like `message` */
  mark(number: number): void {
    this.#markedOctets += this.message(number).size
    this.#marked.add(number)
  }

  unmarkAll(): void {
    this.#marked.clear()
    this.#markedOctets = 0
    this.readAhead.forget()
  }

  /** The message's octets in CRLF form, cut after `bodyLines` lines of its body; `undefined`: it has gone meanwhile. */
  read(message: MaildropMessage, bodyLines?: number): Promise<AsyncIterable<Uint8Array> | undefined> {
    return this.#maildrop.read(message.id, bodyLines)
  }

  /** The UPDATE state; resolves with how many messages went. */
  async update(policy: DeletePolicy): Promise<number> {
    const ids = [...this.#marked]
      .sort((a, b) => a - b)
      .map((number) => this.#maildrop.messages[number - 1]?.id)
    const marked = ids.filter((id) => id !== undefined)
    if (marked.length > 0) await this.#maildrop.update(marked, policy)
    return marked.length
  }

  release(): void {
    this.#maildrop.release()
  }

  #at(number: number): NumberedMessage | undefined {
    const message = this.#maildrop.messages[number - 1]
    return message && { number, id: message.id, size: message.size }
  }

  #range(): string {
    const { count } = this.#all
    return count === 0 ? 'the maildrop is empty' : `they go from 1 to ${count}`
  }
}
