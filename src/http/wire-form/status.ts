// How the server is, as JSON.

import type { Status as MailroomStatus } from '../../mailroom/mailroom.js'
import type { Listener, Status } from '../../wire/status.js'
import type { HttpOptions, ListenerFacts } from '../options.js'
import { time } from './time.js'

/** @param now milliseconds since 1970 */
export function statusForm(status: MailroomStatus, options: HttpOptions, now: number): Status {
  const { listeners, openListeners, limits } = options.status()
  const { retention } = status
  return {
    version: options.version,
    label: options.label,
    startedAt: time(options.startedAt),
    uptime: Math.max(0, Math.floor((now - options.startedAt) / 1000)),
    listeners: listeners.map(listenerForm),
    openListeners: openListeners.map(listenerForm),
    limits: {
      maxMessageSize: options.maxMessageSize,
      maxRecipients: limits.maxRecipients,
      maxConnections: limits.maxConnections,
      maxMessages: retention.maxMessages,
      maxAge: Math.round(retention.maxAge / 1000),
      maxStoreSize: retention.maxStoreSize,
    },
    counts: {
      messages: status.messages,
      unread: status.unread,
      openSessions: status.openSessions,
      openTransactions: status.openTransactions,
    },
    store: { name: status.store, location: status.location },
    storeSize: status.storeSize,
    messageSize: status.messageSize,
    evictions: status.evictions,
    cursor: status.cursor,
  }
}

const listenerForm = ({ protocol, host, port }: ListenerFacts): Listener => ({ protocol, host, port })
