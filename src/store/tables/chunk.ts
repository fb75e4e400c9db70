// Tables chunk, pending and purge: the octets of messages, and those that nobody reaches any more.

import type { Database } from 'better-sqlite3'
import { pack, unpack } from '../codec.js'
import { sql } from '../sql.js'

/** Octets of the original in one chunk. */
export const chunkSize = 256 * 1024

/** Chunks that one body can have. */
const perBody = 2 ** 20
const placeOf = (body: number, n: number): number => body * perBody + n

interface ChunkRow {
  readonly place: number
  readonly start: number
  /** octets of the original */
  readonly size: number
  readonly codec: number
  readonly octets: Buffer
}

const insert = sql`insert into chunk (place, start, size, codec, octets) values (?, ?, ?, ?, ?)`
const sizes = sql`select coalesce(sum(length(octets)), 0) as size from chunk where place >= ? and place < ?`
const holding = sql`select place, start, size, codec, octets from chunk
  where place >= ? and place < ? and start + size > ? order by place limit 1`
const remove = sql`delete from chunk where place in (
  select place from chunk where place >= ? and place < ? order by place limit ?) returning length(octets) as size`
const newestBody = sql`select max(
  coalesce((select max(place) / 1048576 from chunk), 0), coalesce((select max(body) from pending), 0),
  coalesce((select max(body) from purge), 0)) as body`
const addPending = sql`insert into pending (body) values (?) on conflict do nothing`
const removePending = sql`delete from pending where body = ?`
const addPurge = sql`insert into purge (body, message) values (?, ?) on conflict do nothing`
const abandon = sql`insert into purge (body) select body from pending where true on conflict do nothing`
const removeAllPending = sql`delete from pending`
const nextPurge = sql`select body, message from purge order by body limit 1`
const removePurge = sql`delete from purge where body = ?`

/** A piece of a body as it was received. */
export interface Piece {
  readonly n: number
  readonly start: number
  readonly octets: Uint8Array
}

export function chunkReader(db: Database) {
  const find = db.prepare<[number, number, number], ChunkRow>(holding)
  return {
    /** The chunk that holds the octet at `offset`, looked for from chunk `from` on. */
    piece(body: number, offset: number, from: number): Piece | undefined {
      const row = find.get(placeOf(body, from), placeOf(body + 1, 0), offset)
      return row && { n: row.place - placeOf(body, 0), start: row.start, octets: unpack(row, row.size) }
    },
  }
}

export function chunkTable(db: Database) {
  const statements = {
    insert: db.prepare(insert),
    sizes: db.prepare<[number, number], { size: number }>(sizes),
    remove: db.prepare<[number, number, number], { size: number }>(remove),
    addPending: db.prepare(addPending),
    removePending: db.prepare(removePending),
    addPurge: db.prepare(addPurge),
    nextPurge: db.prepare<[], { body: number; message: number | null }>(nextPurge),
    removePurge: db.prepare(removePurge),
  }
  let newest = db.prepare<[], { body: number }>(newestBody).get()?.body ?? 0
  return {
    /** A number for a body that has none yet. Every body has a chunk, also an empty one, so that its number is taken. */
    nextBody: (): number => ++newest,

    /** Writes one chunk; tells how many octets it takes. */
    insert(body: number, n: number, start: number, octets: Uint8Array): number {
      const stored = pack(octets)
      statements.insert.run(placeOf(body, n), start, octets.byteLength, stored.codec, stored.octets)
      return stored.octets.byteLength
    },

    /** How many octets a body takes as it lies. */
    storedSize: (body: number): number =>
      statements.sizes.get(placeOf(body, 0), placeOf(body + 1, 0))?.size ?? 0,

    begin: (body: number): void => void statements.addPending.run(body),
    /** False when the body was discarded or never began. */
    publish: (body: number): boolean => statements.removePending.run(body).changes === 1,

    /** Marks a body, and the index row of its message, as garbage. */
    abandon(body: number, message: number | null): void {
      statements.removePending.run(body)
      statements.addPurge.run(body, message)
    },

    /** Marks every body that was still arriving, after a restart. */
    abandonAllPending(): void {
      db.prepare(abandon).run()
      db.prepare(removeAllPending).run()
    },

    nextGarbage: () => statements.nextPurge.get(),
    /** Removes at most `limit` chunks of a body; tells the sizes of those that went. */
    removeSome: (body: number, limit: number): readonly number[] =>
      statements.remove.all(placeOf(body, 0), placeOf(body + 1, 0), limit).map(({ size }) => size),
    forgetGarbage: (body: number): void => void statements.removePurge.run(body),
  }
}
