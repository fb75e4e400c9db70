// Takes in the messages of one connection, one transaction after the other.

import type { ReversePath } from '../../model/envelope.js'
import type { AuthFacts, Origin } from '../../model/session.js'
import { Body } from '../body.js'
import type { Ending, Misbehaviour } from '../faults/misbehaviour.js'
import type { Head } from '../head.js'
import type { SmtpListener } from '../options.js'
import { type Reply, replyLines } from '../reply.js'
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
  readonly faults: Misbehaviour
}

/** What an attempt is said to have been answered that was not. */
const told = {
  silence: 'no reply: a fault rule closed the connection',
  silenceAfterKeep: 'no reply: a fault rule closed the connection when the mail was kept',
} as const

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

  /** Resolves when the message is durable, or cannot be, or a fault rule did not let it; the transaction is over. */
  async keep(transaction: Transaction, body: Body): Promise<Ending> {
    transaction.stage = { is: 'complete' }
    const fault = await this.#faultAtAccept(transaction, body)
    const ending = fault && fault.is !== 'silenceAfterKeep' ? fault : await this.#keepNow(body, fault)
    if (ending === fault) body.discard()
    body.answered(ending.is === 'reply' ? replyLines(ending.reply).join('\n') : told[ending.is])
    this.end(ending.is === 'reply' ? ending.reply : undefined)
    return ending
  }

  async #faultAtAccept(transaction: Transaction, body: Body): Promise<Ending | undefined> {
    const { faults } = this.#options
    if (!faults.awaits('accept')) return undefined
    const examined = await body.examine()
    return examined && faults.at('accept', { ...transaction.occasion, inboxes: examined.inboxes })
  }

  async #keepNow(body: Body, fault: Ending | undefined): Promise<Ending> {
    const { reply, kept } = await body.keep()
    if (!kept) return { is: 'reply', reply }
    this.#options.log.kept(kept.id)
    this.#options.onKept()
    return fault?.is === 'silenceAfterKeep' ? { is: 'silenceAfterKeep' } : { is: 'reply', reply }
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
