// How the server is, as JSON.

import type { Status as MailroomStatus } from '../../mailroom/mailroom.js'
import type { Status } from '../../wire/status.js'
import type { HttpOptions } from '../options.js'
import { time } from './time.js'

/** @param now milliseconds since 1970 */
export function statusForm(status: MailroomStatus, options: HttpOptions, now: number): Status {
  const { listeners, limits } = options.status()
  const { retention } = status
  return {
    version: options.version,
    label: options.label,
    startedAt: time(options.startedAt),
    uptime: Math.max(0, Math.floor((now - options.startedAt) / 1000)),
    listeners: listeners.map(({ protocol, host, port }) => ({ protocol, host, port })),
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
