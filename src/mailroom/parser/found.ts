// From facts to what the main thread needs of them.

import type { MailFacts } from '../../model/facts.js'
import { prepareFacts } from '../../store/prepare-facts.js'
import { namedInbox } from '../routing.js'
import type { Found } from './messages.js'

/** @param recipients addresses of the envelope, in order */
export const asFound = (facts: MailFacts, recipients: readonly string[]): Found => ({
  facts: prepareFacts(facts, recipients),
  namedInbox: namedInbox(facts.headers),
  messageId: facts.messageId,
})
