// What a client has said since MAIL FROM: the envelope, and the message once its octets come.

import type { OpenTransaction } from '../../mailroom/mailroom.js'
import type { Envelope, EnvelopeRecipient, ReversePath } from '../../model/envelope.js'
import type { Body } from '../body.js'
import type { Occasion } from '../faults/misbehaviour.js'
import { type Reply, replyLines } from '../reply.js'
import { parameterValue } from '../syntax/parameters.js'

/** How far it is: the message not begun, on its way, refused so that its chunks are only swallowed, or all there. */
type Stage =
  | { readonly is: 'envelope' }
  | { readonly is: 'arriving'; readonly body: Body }
  | { readonly is: 'refused'; readonly reply: Reply }
  | { readonly is: 'complete' }

/** One mail transaction. `end` is called once, whatever happens. */
export class Transaction {
  readonly from: ReversePath
  readonly #to: EnvelopeRecipient[] = []
  readonly #open: OpenTransaction
  #isEnded = false
  stage: Stage = { is: 'envelope' }

  constructor(from: ReversePath, open: OpenTransaction) {
    this.from = from
    this.#open = open
  }

  get recipients(): number {
    return this.#to.length
  }

  get envelope(): Envelope {
    return { from: this.from, to: [...this.#to] }
  }

  /** What fault rules may know of it. */
  get occasion(): Occasion {
    return { sender: this.from.address, recipients: this.#to }
  }

  /** octets announced with SIZE= */
  get announcedSize(): number | undefined {
    const size = parameterValue(this.from.parameters, 'SIZE')
    return size === undefined ? undefined : Number(size)
  }

  /** RFC 3030 §3: such a message can only come by BDAT. */
  get isBinary(): boolean {
    return parameterValue(this.from.parameters, 'BODY')?.toUpperCase() === 'BINARYMIME'
  }

  addRecipient(recipient: EnvelopeRecipient): void {
    this.#to.push(recipient)
    this.#open.recipient(recipient)
  }

  progress(): void {
    this.#open.progress()
  }

  /** The transaction is over with that reply, or without one. A message that is not complete is discarded. */
  end(reply?: Reply): void {
    if (this.#isEnded) return
    this.#isEnded = true
    if (this.stage.is === 'arriving') this.stage.body.discard()
    this.#open.end(reply && replyLines(reply).join('\n'))
  }
}
