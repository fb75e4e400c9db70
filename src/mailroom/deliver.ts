// Takes mail in: room is reserved, octets flow, the message is routed, kept and announced, and only then acknowledged.

import { randomBytes } from 'node:crypto'
import { encodeCursor } from '../model/change.js'
import { MailholdError } from '../model/errors.js'
import { freshId, type MessageId } from '../model/ids.js'
import type { NewMessage } from '../model/message.js'
import type { Store } from '../store/store.js'
import { type Arrived, createIntake } from './intake.js'
import type { Deliver, Incoming, Kept, ReceiveOptions } from './mailroom.js'
import type { ParserPool } from './parser/pool.js'
import { route } from './routing.js'

/** What a message whose client has not said how large it is reserves at first, and each time it outgrows that. */
const reserveStep = 256 * 1024

export interface DeliverOptions {
  readonly store: Store
  readonly parser: ParserPool
  /** lower case */
  readonly inboxDomains: readonly string[]
  readonly now: () => number
  readonly isStopping: () => boolean
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

const checkRoom = ({ store, isStopping }: DeliverOptions, octets: number): void => {
  if (isStopping()) throw new MailholdError('stopping', 'Mailhold is stopping')
  if (store.freeSpace() >= octets) return
  throw new MailholdError(
    'storeFull',
    'there is no room for more mail; delete some or raise --max-store-size',
  )
}

function receive(options: DeliverOptions, request: ReceiveOptions): Incoming {
  const { envelope, announcedSize } = request
  const smtpUtf8 = envelope.from.parameters.some(({ name }) => name === 'SMTPUTF8')
  const intake = createIntake(options.store, options.parser, { smtpUtf8 })
  const room = reserveRoom(options.store, announcedSize > 0 ? announcedSize : reserveStep)
  return {
    get size() {
      return intake.size
    },
    write(octets) {
      room.grow(intake.size + octets.length)
      return intake.write(octets)
    },
    async keep() {
      try {
        return await keep(options, request, await intake.end())
      } finally {
        room.giveBack()
      }
    },
    discard() {
      intake.discard()
      room.giveBack()
    },
  }
}

/** The room that a message has reserved while it arrives. */
function reserveRoom(store: Store, octets: number) {
  let reserved = octets
  const releases = [store.reserve(octets)]
  return {
    grow(size: number): void {
      while (reserved < size) {
        releases.push(store.reserve(reserveStep))
        reserved += reserveStep
      }
    },
    giveBack(): void {
      for (const release of releases.splice(0)) release()
    },
  }
}

async function keep(options: DeliverOptions, request: ReceiveOptions, arrived: Arrived): Promise<Kept> {
  const message = newMessage(options, request, arrived)
  const { changes } = await options.store.keep(message, arrived.body)
  const seq = changes[0]?.seq ?? options.store.newestSeq
  return { id: message.id, cursor: encodeCursor(options.store.name, seq) }
}

function newMessage(options: DeliverOptions, request: ReceiveOptions, arrived: Arrived): NewMessage {
  const { envelope, origin, listenerInbox } = request
  const { octets, facts } = arrived
  const receivedAt = options.now()
  const routing = { envelope, headers: facts.headers, listenerInbox, user: origin.auth?.user }
  return {
    id: freshId(receivedAt, randomBytes(8)) as MessageId,
    receivedAt,
    envelope,
    deliveries: route(routing, options.inboxDomains),
    origin,
    ...octets,
    facts,
    tags: [],
  }
}
