// Which of the open SMTP transactions may still bring a mail to an inbox.

import { route } from '../routing.js'
import type { TransactionFacts } from '../transactions.js'
import type { Span } from './window.js'

/** A client that said nothing for so many milliseconds is not waited for. */
const activeWithin = 5000

/** The open transactions whose client is at work and whose mail may land there. */
export type Reaching = (inbox: Span['inbox']) => readonly TransactionFacts[]

/** @param now the clock of the transactions' `activeAt` */
export function createReaching(
  open: () => readonly TransactionFacts[],
  inboxDomains: readonly string[],
  now: () => number,
): Reaching {
  return (inbox) =>
    open().filter((one) => now() - one.activeAt <= activeWithin && mayReach(one, inbox, inboxDomains))
}

/**
 * As far as is known by now: one without a recipient may go anywhere. A header that names another inbox comes with
 * the message and is not foreseen, or nothing could ever be told apart.
 */
export function mayReach(
  { recipients, origin, from, listenerInbox }: TransactionFacts,
  inbox: Span['inbox'],
  inboxDomains: readonly string[],
): boolean {
  if (inbox === undefined) return true
  if (recipients.length === 0 && !listenerInbox) return true
  const facts = {
    envelope: { from, to: recipients },
    namedInbox: undefined,
    listenerInbox,
    user: origin.auth?.user,
  }
  return route(facts, inboxDomains).some((delivery) => delivery.inbox === inbox)
}

/** Whether mail for that recipient alone could have landed there; without a sub-domain nobody can tell. */
export function mayConcern(
  recipient: string,
  inbox: Span['inbox'],
  inboxDomains: readonly string[],
): boolean {
  if (inbox === undefined) return true
  const from = { address: '', raw: '', parameters: [] }
  const to = [{ address: recipient, raw: recipient, parameters: [] }]
  const facts = { envelope: { from, to }, namedInbox: undefined, listenerInbox: undefined, user: undefined }
  return route(facts, inboxDomains).every(
    (delivery) => delivery.inbox === inbox || delivery.routedBy !== 'subdomain',
  )
}
