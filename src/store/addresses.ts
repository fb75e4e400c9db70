// The addresses of a message as lists show them: header fields, and recipients whom only the envelope names.

import type { Address, MailFacts } from '../model/facts.js'
import { fold } from './facets.js'

/** Addresses of each kind that a list shows; the whole message has them all. Keeps a page of hostile mail small. */
export const listedAtMost = 200

/** As it lies in the column `addresses`. */
export interface ListedAddresses {
  readonly from: readonly Address[]
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  readonly replyTo: readonly Address[]
  readonly recipients: readonly string[]
}

/** Header Bcc, and then the recipients that stand in no header field, once each. */
export function withEnvelopeOnly(facts: MailFacts, recipients: readonly string[]): readonly Address[] {
  const named = new Set<string>()
  for (const list of [facts.to, facts.cc, facts.bcc]) for (const { address } of list) named.add(fold(address))
  const hidden: Address[] = []
  for (const address of recipients) {
    const key = fold(address)
    if (named.has(key)) continue
    named.add(key)
    hidden.push({ name: '', address })
  }
  return hidden.length === 0 ? facts.bcc : [...facts.bcc, ...hidden]
}

export const addressesOf = (facts: MailFacts, recipients: readonly string[]): ListedAddresses => ({
  from: facts.from,
  to: facts.to,
  cc: facts.cc,
  bcc: withEnvelopeOnly(facts, recipients),
  replyTo: facts.replyTo,
  recipients,
})

/** As the column holds them: bounded. */
export const encodeAddresses = (all: ListedAddresses): string =>
  JSON.stringify({
    from: all.from.slice(0, listedAtMost),
    to: all.to.slice(0, listedAtMost),
    cc: all.cc.slice(0, listedAtMost),
    bcc: all.bcc.slice(0, listedAtMost),
    replyTo: all.replyTo.slice(0, listedAtMost),
    recipients: all.recipients.slice(0, listedAtMost),
  } satisfies ListedAddresses)
