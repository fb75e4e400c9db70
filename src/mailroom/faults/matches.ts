// Whether a rule is meant by what happens. Pure.

import type { InboxName } from '../../model/ids.js'
import { foldInboxName } from '../inbox-name.js'
import { inboxOfRecipient } from '../routing.js'
import type { FaultMoment } from './face.js'
import type { Scope } from './read-rule.js'

/** @param inboxes where the mail would lie, as far as that is known */
export function matches(scope: Scope, moment: FaultMoment, inboxes: readonly InboxName[]): boolean {
  const { inbox, isRecipient, isSender } = scope
  if (inbox !== undefined && !inboxes.includes(inbox)) return false
  if (isSender && (moment.sender === undefined || !isSender(moment.sender))) return false
  return !isRecipient || (moment.recipients ?? []).some(({ address }) => isRecipient(address))
}

/** Before the first recipient is named only the listener and the AUTH user name tell of an inbox. */
export function knownInboxes(moment: FaultMoment, inboxDomains: readonly string[]): readonly InboxName[] {
  const { listenerInbox, user, recipients = [] } = moment
  if (moment.inboxes) return moment.inboxes
  if (listenerInbox) return [listenerInbox]
  if (recipients.length === 0) return user ? [foldInboxName(user)] : []
  return recipients.map(({ address }) => inboxOfRecipient(address, user, inboxDomains))
}
