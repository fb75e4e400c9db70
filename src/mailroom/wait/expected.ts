// Mails on their way into the store: who waits for one is answered from what was here a moment ago, without reading it back.

import type { MessageId } from '../../model/ids.js'
import { asKept } from '../../store/as-kept.js'
import type { NewMessage, WholeMessage } from '../../store/store.js'

export interface ExpectedMails {
  /** Copies what the store is about to take over. Large mails are passed over; they are read from the store. */
  add(message: NewMessage, octets: Uint8Array): void
  /** The mail as it was committed at that place, once; `undefined` where it is not at hand. */
  take(id: MessageId, seq: number): WholeMessage | undefined
}

/** Octets of one mail and of all mails that are at hand. */
const largest = 256 * 1024
const most = 8 * 1024 * 1024
/** A mail whose commit failed, or that nobody asked for, is not kept any longer, milliseconds. */
const keptFor = 5000

interface Expected {
  readonly message: NewMessage
  readonly octets: Uint8Array
  readonly at: number
}

/** @param now a monotonic clock in milliseconds */
export function createExpectedMails(now: () => number): ExpectedMails {
  const expected = new Map<MessageId, Expected>()
  let octetsAtHand = 0
  const forget = (id: MessageId): Expected | undefined => {
    const mail = expected.get(id)
    if (mail) octetsAtHand -= mail.octets.length
    expected.delete(id)
    return mail
  }
  const forgetOld = (): void => {
    for (const [id, { at }] of expected) {
      if (now() - at <= keptFor) return
      forget(id)
    }
  }
  return {
    add(message, octets) {
      forgetOld()
      if (octets.length > largest || octetsAtHand + octets.length > most) return
      const facts = { ...message.facts, packed: message.facts.packed.slice() }
      expected.set(message.id, { message: { ...message, facts }, octets: octets.slice(), at: now() })
      octetsAtHand += octets.length
    },
    take(id, seq) {
      const mail = forget(id)
      return mail && { ...asKept(mail.message, seq), octets: mail.octets }
    },
  }
}
