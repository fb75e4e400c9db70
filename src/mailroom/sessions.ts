// Connections that are open, and the record of those that ended.

import { asMessageId, asSessionId, type SessionId } from '../model/ids.js'
import type { SessionRecord } from '../model/session.js'
import type { SessionFilter, Store } from '../store/store.js'
import type { Sessions } from './mailroom.js'

/** Ended sessions are stored together, this many milliseconds after the first of them. */
const storeAfter = 200

export interface SessionBook extends Sessions {
  readonly openCount: number
  /** the records of sessions that are open now */
  live(): readonly SessionRecord[]
  /** Stores what has ended; call before closing the store. */
  flush(): Promise<void>
}

export interface SessionListeners {
  readonly onEnded: (record: SessionRecord) => void
  /** told when the store did not take a record */
  readonly onLost: (error: unknown) => void
}

export function createSessions(store: Store, { onEnded, onLost }: SessionListeners): SessionBook {
  const open = new Map<SessionId, () => SessionRecord>()
  let ended: SessionRecord[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const records = ended
    ended = []
    if (records.length > 0) await store.putSessions(records).catch(onLost)
  }
  return {
    get openCount() {
      return open.size
    },
    live: () => [...open.values()].map((record) => record()),
    openSession(id, record) {
      open.set(id, record)
      return {
        end() {
          if (!open.delete(id)) return
          const last = record()
          ended.push(last)
          onEnded(last)
          timer ??= setTimeout(() => void flush(), storeAfter).unref()
        },
      }
    },
    async session(text) {
      const id = asSessionId(text)
      await flush()
      return id && (open.get(id)?.() ?? store.session(id))
    },
    async sessions({ messageId, ...rest }) {
      const id = messageId === undefined ? undefined : asMessageId(messageId)
      if (messageId !== undefined && !id) return []
      await flush()
      const filter: SessionFilter = { ...rest, ...(id && { messageId: id }) }
      const live = [...open.values()].map((record) => record()).filter((record) => accepts(filter, record))
      const stored = await store.sessions(filter)
      return [...live, ...stored].sort((a, b) => b.startedAt - a.startedAt).slice(0, filter.limit)
    },
    flush,
  }
}

const accepts = ({ protocol, messageId, startedBefore }: SessionFilter, record: SessionRecord): boolean =>
  (protocol === undefined || record.protocol === protocol) &&
  (messageId === undefined || record.messageIds.includes(messageId)) &&
  (startedBefore === undefined || record.startedAt < startedBefore)
