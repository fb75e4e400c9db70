// Table meta: the store's name, what was evicted, and other single facts.

import type { Database } from 'better-sqlite3'
import type { Evictions } from '../../model/stats.js'
import { sql } from '../sql.js'

const get = sql`select value from meta where key = ?`
const set = sql`insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value`

/** How much later than it was received a message was committed, at most; narrows searches by time. */
const largestDelay = 'largestDelay'

export function metaReader(db: Database) {
  const statement = db.prepare<[string], { value: string }>(get)
  const number = (key: string): number => Number(statement.get(key)?.value ?? 0)
  return {
    name: (): string => statement.get('name')?.value ?? '',
    get: (key: string): string | undefined => statement.get(key)?.value,
    largestDelay: (): number => number(largestDelay),
    evictions: (): Evictions => ({
      maxMessages: number('evicted:maxMessages'),
      maxAge: number('evicted:maxAge'),
      maxStoreSize: number('evicted:maxStoreSize'),
    }),
  }
}

export function metaTable(db: Database) {
  const statement = db.prepare(set)
  const reader = metaReader(db)
  return {
    ...reader,
    set: (key: string, value: string): void => void statement.run(key, value),
    setLargestDelay: (milliseconds: number): void => void statement.run(largestDelay, String(milliseconds)),
    countEvicted: (reason: keyof Evictions, messages: number): void =>
      void statement.run(`evicted:${reason}`, String(reader.evictions()[reason] + messages)),
  }
}
