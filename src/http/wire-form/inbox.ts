// An inbox and how to reach it, as JSON.

import type { InboxFacts } from '../../mailroom/mailroom.js'
import type { Inbox } from '../../wire/inbox.js'
import { timeOrNull } from './time.js'
import type { Urls } from './urls.js'

/** @param domain the first inbox domain: mail to `anyone@<name>.<domain>` lands in the inbox */
export const inboxForm = (inbox: InboxFacts, domain: string, urls: Urls): Inbox => ({
  name: inbox.name,
  messages: inbox.messages,
  unread: inbox.unread,
  newestAt: timeOrNull(inbox.newestAt),
  expiresAt: timeOrNull(inbox.expiresAt),
  address: `*@${inbox.name}.${domain}`,
  smtp: { user: inbox.name },
  pop3: { user: `inbox:${inbox.name}` },
  url: urls.inbox(inbox.name),
})
