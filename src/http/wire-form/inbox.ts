// An inbox and how to reach it, as JSON.

import type { InboxFacts } from '../../mailroom/mailroom.js'
import type { Inbox } from '../../wire/inbox.js'
import { loginUrl, type Reach } from './logins.js'
import { timeOrNull } from './time.js'
import type { Urls } from './urls.js'

export interface InboxForming {
  /** the first inbox domain: mail to `anyone@<name>.<domain>` lands in the inbox */
  readonly domain: string
  readonly reach: Reach
  readonly urls: Urls
}

export function inboxForm(inbox: InboxFacts, { domain, reach, urls }: InboxForming): Inbox {
  const { name } = inbox
  const pop3User = `inbox:${name}`
  return {
    name,
    messages: inbox.messages,
    unread: inbox.unread,
    newestAt: timeOrNull(inbox.newestAt),
    expiresAt: timeOrNull(inbox.expiresAt),
    address: `*@${name}.${domain}`,
    smtp: { user: name, url: loginUrl(reach.smtp, name) },
    pop3: { user: pop3User, url: loginUrl(reach.pop3, pop3User) },
    url: urls.inbox(name),
  }
}
