// Gathers what the record of one session tells: who, when, what was said, what was kept, what went wrong.

import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { type AgreedTls, agreedTls } from '../../lines/tls.js'
import { Transcript } from '../../lines/transcript.js'
import type { MessageId, SessionId } from '../../model/ids.js'
import type { AuthFacts, SessionProblem, SessionRecord } from '../../model/session.js'

/** The ends of a connection: `127.0.0.1:50312`. */
export interface Ends {
  readonly remote: string
  readonly local: string
}

/** Message ids that a record holds; the messages themselves name their session in any case. */
const maxMessages = 10_000

/** Problems beyond so many add nothing. */
const maxProblems = 50

export class SessionLog {
  readonly id: SessionId
  readonly transcript = new Transcript()
  readonly #ends: Ends
  readonly #startedAt = Date.now()
  readonly #messageIds: MessageId[] = []
  readonly #problems: SessionProblem[] = []
  #endedAt: number | undefined
  #tls: AgreedTls | undefined
  #isSilentUnderTls = false
  helo: string | undefined

  constructor(id: SessionId, ends: Ends) {
    this.id = id
    this.#ends = ends
  }

  get remote(): string {
    return this.#ends.remote
  }

  get tls(): AgreedTls | undefined {
    return this.#tls
  }

  /** Keeps the facts of a finished handshake: a closed socket has forgotten them. */
  secured(socket: Socket): void {
    if (!(socket instanceof TLSSocket)) return
    this.#tls = agreedTls(socket)
    this.#isSilentUnderTls = true
    this.transcript.note(`${this.#tls.protocol} ${this.#tls.cipher} established`)
  }

  /** A line of the client, as it may be shown. */
  heard(text: string): void {
    this.#isSilentUnderTls = false
    this.transcript.client(text)
  }

  /** whether there was a handshake, and no word of the client since */
  get isSilentUnderTls(): boolean {
    return this.#isSilentUnderTls
  }

  kept(id: MessageId): void {
    if (this.#messageIds.length < maxMessages) this.#messageIds.push(id)
  }

  /** The same problem is told of once. */
  problem(code: string, message: string): void {
    if (this.#problems.length >= maxProblems || this.#isKnown(code, message)) return
    this.#problems.push({ code, message })
  }

  #isKnown(code: string, message: string): boolean {
    return this.#problems.some((known) => known.code === code && known.message === message)
  }

  end(): void {
    this.#endedAt = Date.now()
  }

  record(auth: AuthFacts | undefined): SessionRecord {
    return {
      id: this.id,
      protocol: 'smtp',
      startedAt: this.#startedAt,
      ...this.#ends,
      ...(this.#endedAt === undefined ? {} : { endedAt: this.#endedAt }),
      ...(this.helo === undefined ? {} : { helo: this.helo }),
      ...(this.#tls === undefined ? {} : { tls: this.#tls }),
      ...(auth === undefined ? {} : { auth }),
      messageIds: [...this.#messageIds],
      problems: [...this.#problems],
      transcript: this.transcript.lines,
      transcriptTruncated: this.transcript.isTruncated,
    }
  }
}
