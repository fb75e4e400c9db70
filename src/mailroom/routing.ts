// Decides in which inbox each recipient's copy lands. Pure.

import type { Delivery, Envelope, RoutedBy } from '../model/envelope.js'
import type { HeaderField } from '../model/facts.js'
import { asInboxName, type InboxName } from '../model/ids.js'
import { foldInboxName } from './inbox-name.js'

export interface RoutingFacts {
  readonly envelope: Envelope
  /** the inbox that the header names, see `namedInbox` */
  readonly namedInbox: string | undefined
  /** the inbox that the listener was opened for */
  readonly listenerInbox: InboxName | undefined
  /** the SMTP AUTH user name */
  readonly user: string | undefined
}

interface Route {
  readonly inbox: InboxName
  readonly routedBy: RoutedBy
}

/**
 * The deliveries of a message, one per inbox, in the order of their first recipient; a message without recipients
 * has one delivery all the same.
 * @param inboxDomains lower case, without a leading dot
 */
export function route(facts: RoutingFacts, inboxDomains: readonly string[]): readonly Delivery[] {
  const forAll = routeForAll(facts)
  const others = routeForOthers(facts)
  const routes = facts.envelope.to.map(
    ({ address }) => forAll ?? routeBySubdomain(address, inboxDomains) ?? others,
  )
  return group(routes.length > 0 ? routes : [forAll ?? others], facts.envelope.to.length)
}

/** Where the copy of one recipient lands as far as the envelope tells; a header may still send it elsewhere. */
export const inboxOfRecipient = (
  address: string,
  user: string | undefined,
  inboxDomains: readonly string[],
): InboxName => (routeBySubdomain(address, inboxDomains) ?? routeForOthers({ user })).inbox

/** What the first X-Mailhold-Inbox field says, if anything. */
export function namedInbox(headers: readonly HeaderField[]): string | undefined {
  const field = headers.find(({ name }) => name.toLowerCase() === 'x-mailhold-inbox')
  return field?.value.trim() || undefined
}

const routeForAll = ({ listenerInbox, namedInbox }: RoutingFacts): Route | undefined => {
  if (listenerInbox) return { inbox: listenerInbox, routedBy: 'listener' }
  return namedInbox === undefined ? undefined : { inbox: foldInboxName(namedInbox), routedBy: 'header' }
}

const routeForOthers = ({ user }: Pick<RoutingFacts, 'user'>): Route =>
  user
    ? { inbox: foldInboxName(user), routedBy: 'auth' }
    : { inbox: foldInboxName('default'), routedBy: 'default' }

const routeBySubdomain = (address: string, inboxDomains: readonly string[]): Route | undefined => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  for (const inboxDomain of inboxDomains) {
    if (!domain.endsWith(`.${inboxDomain}`)) continue
    const inbox = asInboxName(domain.slice(0, -inboxDomain.length - 1))
    if (inbox && inbox !== 'all') return { inbox, routedBy: 'subdomain' }
  }
  return undefined
}

const group = (routes: readonly Route[], recipientCount: number): readonly Delivery[] => {
  const deliveries = new Map<InboxName, { routedBy: RoutedBy; recipients: number[] }>()
  for (const [at, { inbox, routedBy }] of routes.entries()) {
    const delivery = deliveries.get(inbox) ?? { routedBy, recipients: [] }
    if (at < recipientCount) delivery.recipients.push(at)
    deliveries.set(inbox, delivery)
  }
  return [...deliveries].map(([inbox, delivery]) => ({ inbox, ...delivery }))
}
