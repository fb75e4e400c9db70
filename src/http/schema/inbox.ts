// Schemas of inboxes, tags and the cursor.

import { Type } from './typebox.js'
import { count, cursorText, exactly, listOf, orNull, text, time } from './words.js'

export const InboxLogin = exactly('InboxLogin', {
  user: text(),
  url: orNull(
    text(
      'the first listener with that user name, and a password where any will do; null while nobody can log in',
    ),
  ),
})

export const NewInbox = exactly('NewInbox', {
  name: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'a-z, 0-9 and -, at most 40' }),
  ),
  prefix: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'what a fresh name begins with' }),
  ),
  ttl: Type.Optional(Type.String({ maxLength: 40, description: 'how long it stays: `30m`' })),
})

export const Inbox = exactly('Inbox', {
  name: text(),
  messages: count(),
  unread: count(),
  newestAt: orNull(time('null while it is empty')),
  expiresAt: orNull(time('null where it stays')),
  address: text('mail to these addresses lands here: `*@w1.mailhold.test`'),
  smtp: InboxLogin,
  pop3: InboxLogin,
  url: text('absolute path of its messages'),
})

export const InboxList = exactly('InboxList', { inboxes: listOf(Inbox) })

export const Tag = exactly('Tag', { name: text(), messages: count() })

export const TagList = exactly('TagList', { tags: listOf(Tag) })

export const Cursor = exactly('Cursor', { cursor: cursorText })
