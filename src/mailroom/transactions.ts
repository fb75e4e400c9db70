// SMTP transactions that are open now: what a wait for quiet has to look at.

import type { EnvelopeRecipient, ReversePath } from '../model/envelope.js'
import type { InboxName } from '../model/ids.js'
import type { Origin } from '../model/session.js'
import type { Transactions } from './mailroom.js'

export interface TransactionFacts {
  readonly origin: Origin
  readonly from: ReversePath
  readonly listenerInbox: InboxName | undefined
  /** grows while the transaction is open */
  readonly recipients: readonly EnvelopeRecipient[]
  /** when its client was last heard of, by the clock given to the book */
  readonly activeAt: number
  /** resolves when it ended, with the reply that ended it */
  readonly ended: Promise<string | undefined>
}

export interface TransactionBook extends Transactions {
  open(): readonly TransactionFacts[]
}

/** @param now a monotonic clock in milliseconds */
export function createTransactions(now: () => number): TransactionBook {
  const open = new Set<TransactionFacts>()
  return {
    open: () => [...open],
    openTransaction(origin, from, listenerInbox) {
      const recipients: EnvelopeRecipient[] = []
      const { promise, resolve } = withResolvers<string | undefined>()
      const facts = { origin, from, listenerInbox, recipients, activeAt: now(), ended: promise }
      open.add(facts)
      return {
        recipient(added) {
          recipients.push(added)
          facts.activeAt = now()
        },
        progress() {
          facts.activeAt = now()
        },
        end(reply) {
          open.delete(facts)
          resolve(reply)
        },
      }
    },
  }
}

// Promise.withResolvers came with Node 22
const withResolvers = <Value>() => {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
