// Takes in the messages of one connection, one transaction after the other.

import type { ReversePath } from '../../model/envelope.js'
import type { AuthFacts, Origin } from '../../model/session.js'
import { Body } from '../body.js'
import type { Head } from '../head.js'
import type { SmtpListener } from '../options.js'
import type { Reply } from '../reply.js'
import type { SessionLog } from '../talk/session-log.js'
import { Transaction } from './transaction.js'

export interface IntakeOptions {
  readonly head: Head
  readonly listener: SmtpListener
  readonly log: SessionLog
  /** whom the client has said to be by now */
  readonly auth: () => AuthFacts | undefined
  /** The reply for what was thrown. */
  readonly answerError: (error: unknown) => Reply
  readonly onKept: () => void
}

export class Intake {
  readonly #options: IntakeOptions
  #transaction: Transaction | undefined

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** The transaction that is open, if one is. */
  get transaction(): Transaction | undefined {
    return this.#transaction
  }

  /** Whether a message has begun and not ended. */
  get isArriving(): boolean {
    return this.#transaction?.stage.is === 'arriving'
  }

  /** Whether a message has come whole and is being kept. */
  get isKeeping(): boolean {
    return this.#transaction?.stage.is === 'complete'
  }

  begin(from: ReversePath): void {
    const { head, listener } = this.#options
    this.#transaction = new Transaction(
      from,
      head.mailroom.openTransaction(this.#origin, from, listener.inbox),
    )
  }

  /** The message begins to arrive. @throws MailholdError where it cannot be taken now */
  openBody(transaction: Transaction): Body {
    const { head, listener, answerError } = this.#options
    const limit = head.options.maxMessageSize
    const incoming = head.mailroom.receive({
      envelope: transaction.envelope,
      origin: this.#origin,
      announcedSize: transaction.announcedSize ?? 0,
      ...(listener.inbox === undefined ? {} : { listenerInbox: listener.inbox }),
    })
    const body = new Body(incoming, { limit, answerError })
    transaction.stage = { is: 'arriving', body }
    return body
  }

  /** Resolves with the reply when the message is durable, or cannot be; the transaction is over. */
  async keep(transaction: Transaction, body: Body): Promise<Reply> {
    transaction.stage = { is: 'complete' }
    const { reply, kept } = await body.keep()
    if (kept) {
      this.#options.log.kept(kept.id)
      this.#options.onKept()
    }
    this.end(reply)
    return reply
  }

  /** The transaction is over; the reply that ended it, if there is one. Does nothing where none is open. */
  end(reply?: Reply): void {
    this.#transaction?.end(reply)
    this.#transaction = undefined
  }

  /** The client is lost: what has not come whole is discarded. */
  abandon(): void {
    if (!this.isKeeping) this.end()
  }

  get #origin(): Origin {
    const { log, listener } = this.#options
    const { id, helo, remote, tls } = log
    const auth = this.#options.auth()
    return {
      sessionId: id,
      via: listener.tls ? 'smtps' : 'smtp',
      remote,
      ...(helo === undefined ? {} : { helo }),
      ...(tls === undefined ? {} : { tls }),
      ...(auth === undefined ? {} : { auth }),
    }
  }
}
