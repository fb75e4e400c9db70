// Takes mail in: room is reserved, octets flow, the message is routed, kept and announced, and only then acknowledged.

import { randomBytes } from 'node:crypto'
import { encodeCursor } from '../model/change.js'
import { MailholdError } from '../model/errors.js'
import { freshId, type MessageId } from '../model/ids.js'
import type { RetentionLimits } from '../model/stats.js'
import type { NewMessage, Store } from '../store/store.js'
import type { AttemptBook } from './attempts.js'
import { type Arrived, createIntake, type Intake } from './intake.js'
import type { Deliver, Examined, Incoming, Kept, ReceiveOptions } from './mailroom.js'
import { noRoom } from './no-room.js'
import type { ParserPool } from './parser/pool.js'
import { type ReservedRoom, reserveRoom } from './reserved-room.js'
import { route } from './routing.js'

export interface DeliverOptions {
  readonly store: Store
  /** for the words of a refusal; the store keeps to it by itself */
  readonly retention: RetentionLimits
  readonly parser: ParserPool
  readonly attempts: Pick<AttemptBook, 'note'>
  /** lower case */
  readonly inboxDomains: readonly string[]
  readonly now: () => number
  readonly isStopping: () => boolean
  /** told of a small mail before the store takes its octets over */
  readonly onKeeping: (message: NewMessage, octets: Uint8Array) => void
  /** resolves when everybody who waits for a mail that is kept was told of it */
  readonly told: (message: NewMessage) => Promise<void> | undefined
}

export function createDeliver(options: DeliverOptions): Deliver {
  return {
    receive(request) {
      checkRoom(options, request.announcedSize)
      return receive(options, request)
    },
    checkRoom: (octets) => checkRoom(options, octets),
  }
}

const checkRoom = (options: DeliverOptions, octets: number): void => {
  if (options.isStopping()) throw new MailholdError('stopping', 'Mailhold is stopping')
  const shortage = options.store.shortage(octets)
  if (shortage) throw noRoom(shortage, options)
}

function receive(options: DeliverOptions, request: ReceiveOptions): Incoming {
  const { envelope, announcedSize } = request
  const smtpUtf8 = envelope.from.parameters.some(({ name }) => name === 'SMTPUTF8')
  const intake = createIntake(options.store, options.parser, { smtpUtf8 })
  const room = reserveRoom(options.store, announcedSize > 0 ? announcedSize : undefined)
  return new IncomingMessage(intake, { options, request, room })
}

interface Receiving {
  readonly options: DeliverOptions
  readonly request: ReceiveOptions
  readonly room: ReservedRoom
}

class IncomingMessage implements Incoming {
  readonly #intake: Intake
  readonly #receiving: Receiving
  #reading: Promise<Arrived> | undefined
  #message: NewMessage | undefined
  #messageId: string | undefined
  #id: MessageId | undefined

  constructor(intake: Intake, receiving: Receiving) {
    this.#intake = intake
    this.#receiving = receiving
  }

  get size(): number {
    return this.#intake.size
  }

  write(octets: Uint8Array): Promise<void> | undefined {
    this.#receiving.room.growTo(this.#intake.size + octets.length)
    return this.#intake.write(octets)
  }

  async examine(): Promise<Examined> {
    const { message } = await this.#read()
    return { inboxes: message.deliveries.map(({ inbox }) => inbox) }
  }

  async keep(): Promise<Kept> {
    const { options, room } = this.#receiving
    try {
      const { message, body } = await this.#read()
      if (body instanceof Uint8Array) options.onKeeping(message, body)
      const kept = await keep(options.store, message, body)
      this.#id = kept.id
      await options.told(message)
      return kept
    } finally {
      room.giveBack()
    }
  }

  discard(): void {
    this.#intake.discard()
    this.#receiving.room.giveBack()
  }

  answered(reply: string): void {
    const { options, request } = this.#receiving
    const messageId = this.#messageId
    if (messageId === undefined) return
    const id = this.#id
    const { sessionId } = request.origin
    options.attempts.note(messageId, { sessionId, at: options.now(), reply, ...(id && { id }) })
  }

  async #read() {
    const { options, request } = this.#receiving
    this.#reading ??= this.#intake.end(request.envelope.to.map(({ address }) => address))
    const arrived = await this.#reading
    this.#messageId = arrived.found.messageId
    this.#message ??= newMessage(options, request, arrived)
    return { message: this.#message, body: arrived.body }
  }
}

async function keep(store: Store, message: NewMessage, body: Arrived['body']): Promise<Kept> {
  const { changes } = await store.keep(message, body)
  const seq = changes[0]?.seq ?? store.newestSeq
  return { id: message.id, cursor: encodeCursor(store.name, seq) }
}

function newMessage(options: DeliverOptions, request: ReceiveOptions, arrived: Arrived): NewMessage {
  const { envelope, origin, listenerInbox } = request
  const { octets, found } = arrived
  const receivedAt = options.now()
  const routing = { envelope, namedInbox: found.namedInbox, listenerInbox, user: origin.auth?.user }
  return {
    id: freshId(receivedAt, randomBytes(8)) as MessageId,
    receivedAt,
    envelope,
    deliveries: route(routing, options.inboxDomains),
    origin,
    ...octets,
    facts: found.facts,
    tags: [],
  }
}
