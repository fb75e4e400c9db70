// Schema of how the server is.

import { Type } from './typebox.js'
import { count, cursorText, exactly, listOf, text, time } from './words.js'

export const Listener = exactly('Listener', {
  protocol: text('`smtp`, `smtps`, `pop3`, `pop3s` or `http`'),
  host: text(),
  port: count(),
})

export const Limits = exactly('Limits', {
  maxMessageSize: count('octets'),
  maxRecipients: count('per message'),
  maxConnections: count('open at once'),
  maxMessages: count(),
  maxAge: count('seconds'),
  maxStoreSize: count('octets'),
})

export const Counts = exactly('Counts', {
  messages: count(),
  unread: count(),
  openSessions: count('SMTP sessions that are open'),
  openTransactions: count('SMTP transactions between MAIL and the last reply'),
})

export const Evictions = exactly('Evictions', {
  maxMessages: count(),
  maxAge: count(),
  maxStoreSize: count(),
})

export const Status = exactly('Status', {
  version: text(),
  label: text(),
  startedAt: time(),
  uptime: count('seconds'),
  listeners: listOf(Listener),
  openListeners: listOf(Listener, 'those of them on which other machines read mail without a password'),
  limits: Limits,
  counts: Counts,
  store: exactly('Store', { name: text(), location: text() }),
  storeSize: count('octets on disk'),
  messageSize: count('octets of all messages as received'),
  evictions: Evictions,
  cursor: cursorText,
})

export const Ready = exactly('Ready', { status: Type.Literal('ok') })
