// What is remembered of one connection: who, when, and what was said.

import type { TLSSocket } from 'node:tls'
import { agreedTls } from '../lines/tls.js'
import { Transcript } from '../lines/transcript.js'
import type { MessageId, SessionId } from '../model/ids.js'
import type { AuthFacts, SessionProblem, SessionRecord, TlsFacts } from '../model/session.js'

/** Message ids that a record holds; a transcript tells of the others. */
const mostMessages = 10_000

export class SessionLog {
  readonly id: SessionId
  readonly transcript = new Transcript()
  readonly #ends: { readonly remote: string; readonly local: string }
  readonly #startedAt = Date.now()
  readonly #retrieved = new Set<MessageId>()
  readonly #problems: SessionProblem[] = []
  #endedAt: number | undefined
  #tls: TlsFacts | undefined
  #auth: AuthFacts | undefined
  #maildrop: string | undefined

  constructor(id: SessionId, ends: { readonly remote: string; readonly local: string }) {
    this.id = id
    this.#ends = ends
  }

  /** TLS is of no use to the client; `why` is for a person. */
  tlsFailed(why: string): void {
    this.#problems.push({ code: 'tlsFailed', message: why })
  }

  tlsBegan(socket: TLSSocket): void {
    this.#tls = agreedTls(socket)
    this.transcript.note(`${this.#tls.protocol} established`)
  }

  loggedIn(auth: AuthFacts, maildrop: string): void {
    this.#auth = auth
    this.#maildrop = maildrop
  }

  retrieved(id: MessageId): void {
    if (this.#retrieved.size < mostMessages) this.#retrieved.add(id)
  }

  ended(): void {
    this.#endedAt = Date.now()
  }

  record(): SessionRecord {
    return {
      id: this.id,
      protocol: 'pop3',
      startedAt: this.#startedAt,
      ...this.#ends,
      ...(this.#endedAt === undefined ? {} : { endedAt: this.#endedAt }),
      ...(this.#tls === undefined ? {} : { tls: this.#tls }),
      ...(this.#auth === undefined ? {} : { auth: this.#auth }),
      ...(this.#maildrop === undefined ? {} : { maildrop: this.#maildrop }),
      messageIds: [...this.#retrieved],
      problems: [...this.#problems],
      transcript: this.transcript.lines,
      transcriptTruncated: this.transcript.isTruncated,
    }
  }
}
