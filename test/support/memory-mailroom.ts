// The delivering side of a mailroom that keeps messages in memory: small, but it does what it says.

import { createFaults } from '#mailhold/mailroom/faults/create-faults.js'
import type { Incoming, Kept, OpenTransaction, ReceiveOptions } from '#mailhold/mailroom/mailroom.js'
import type { Envelope, EnvelopeRecipient } from '#mailhold/model/envelope.js'
import { MailholdError } from '#mailhold/model/errors.js'
import { asMessageId } from '#mailhold/model/ids.js'
import type { Origin, SessionRecord } from '#mailhold/model/session.js'
import type { SmtpMailroom } from '#mailhold/smtp/head.js'

export interface KeptMessage {
  readonly id: string
  readonly octets: Buffer
  readonly envelope: Envelope
  readonly origin: Origin
  readonly options: ReceiveOptions
}

export interface SeenTransaction {
  readonly from: string
  readonly recipients: EnvelopeRecipient[]
  readonly endings: (string | undefined)[]
}

export class MemoryMailroom implements SmtpMailroom {
  readonly faults = createFaults({ inboxDomains: ['mailhold.test'], now: Date.now })
  readonly fire = this.faults.fire
  readonly firesAt = this.faults.firesAt
  readonly kept: KeptMessage[] = []
  readonly transactions: SeenTransaction[] = []
  readonly open: (() => SessionRecord)[] = []
  readonly ended: SessionRecord[] = []
  discarded = 0
  /** octets that still fit */
  room = Number.POSITIVE_INFINITY
  /** what `keep` and `write` wait for; resolved unless a test holds them back */
  beforeKeep: () => Promise<void> = () => Promise.resolve()
  beforeWrite: (() => Promise<void>) | undefined
  #wake: () => void = () => {}

  readonly rejections: Parameters<SmtpMailroom['noteRejection']>[0][] = []

  noteRejection(rejection: Parameters<SmtpMailroom['noteRejection']>[0]): void {
    this.rejections.push(rejection)
  }

  checkRoom(octets: number): void {
    if (octets >= this.room) throw new MailholdError('storeFull', 'The disk is full; delete some mail')
  }

  receive(options: ReceiveOptions): Incoming {
    this.checkRoom(0)
    const pieces: Buffer[] = []
    let size = 0
    return {
      get size() {
        return size
      },
      write: (octets) => {
        this.checkRoom(size)
        pieces.push(Buffer.from(octets))
        size += octets.length
        return this.beforeWrite?.()
      },
      keep: async () => {
        await this.beforeKeep()
        return this.#keep(Buffer.concat(pieces), options)
      },
      examine: async () => ({ inboxes: [] }),
      answered: () => {},
      discard: () => {
        this.discarded++
        this.#wake()
      },
    }
  }

  openTransaction(_origin: Origin, from: { address: string }): OpenTransaction {
    const seen: SeenTransaction = { from: from.address, recipients: [], endings: [] }
    this.transactions.push(seen)
    return {
      recipient: (added) => seen.recipients.push(added),
      progress: () => {},
      end: (reply) => {
        seen.endings.push(reply)
        this.#wake()
      },
    }
  }

  openSession(_id: string, record: () => SessionRecord): { end(): void } {
    this.open.push(record)
    return {
      end: () => {
        this.open.splice(this.open.indexOf(record), 1)
        this.ended.push(record())
        this.#wake()
      },
    }
  }

  /** Resolves when `holds` does; something must happen to the mailroom meanwhile. */
  async until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + 8_000
    while (!holds()) {
      if (Date.now() > deadline) throw new Error('it did not happen within 8 s')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1_000)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  #keep(octets: Buffer, options: ReceiveOptions): Kept {
    if (octets.length > this.room) throw new MailholdError('storeFull', 'The disk is full; delete some mail')
    const id = asMessageId(`m${this.kept.length + 1}`)
    if (id === undefined) throw new Error('not an id')
    this.kept.push({ id, octets, envelope: options.envelope, origin: options.origin, options })
    this.#wake()
    return { id, cursor: String(this.kept.length) }
  }
}
