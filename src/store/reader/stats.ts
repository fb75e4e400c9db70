// Numbers of the whole store, all of them kept up to date by the writer.

import type { Database } from 'better-sqlite3'
import type { StoreStats } from '../../model/stats.js'
import { changeReader } from '../tables/change.js'
import { readTotals } from '../tables/message.js'
import { metaReader } from '../tables/meta.js'

export function statsReader(db: Database) {
  const totals = readTotals(db)
  const meta = metaReader(db)
  const changes = changeReader(db)
  return {
    read(): StoreStats {
      const { messages, unread, size } = totals.get() ?? { messages: 0, unread: 0, size: 0 }
      const pages = Number(db.pragma('page_count', { simple: true }))
      const pageSize = Number(db.pragma('page_size', { simple: true }))
      return {
        messages,
        unread,
        storeSize: pages * pageSize,
        messageSize: size,
        evictions: meta.evictions(),
        newestSeq: changes.newestSeq(),
      }
    },
  }
}
