// Pages, counts and ids of what a selection means.

import type { Database } from 'better-sqlite3'
import type { MessageId } from '../../model/ids.js'
import type { MessageSummary } from '../../model/message.js'
import { type Clause, clause } from '../search/conditions.js'
import { addressMatches } from '../search/glob.js'
import { headerContains } from '../search/header.js'
import { type Sought, seek, statement } from '../search.js'
import { sql } from '../sql.js'
import type { Selection } from '../store.js'
import { asSummary, type SummaryRow, summaryColumns } from '../summary.js'
import { changeReader } from '../tables/change.js'
import { readTotals } from '../tables/message.js'
import { metaReader } from '../tables/meta.js'
import { statementCache } from './statement-cache.js'

/** Places that one statement may look at when every row costs much (0.1 ms). */
const costlyAtOnce = 4_000

/** A part of the order of places, both ends excluded. */
export interface Stretch {
  readonly above: number
  readonly below: number
}

export interface StretchRequest {
  readonly selection: Selection
  readonly order: 'newest' | 'oldest'
  readonly limit: number
  readonly stretch: Stretch
}

/** What a stretch held, as far as it was looked at. */
export interface Found<Item> {
  readonly items: readonly Item[]
  /** what was not looked at; absent when all was */
  readonly rest?: Stretch
  readonly newestSeq: number
}

const countInbox = sql`select messages from inbox where name = ?`

interface Placed {
  readonly seq: number
}

export function selectionReader(db: Database) {
  const prepare = statementCache(db)
  const meta = metaReader(db)
  const totals = readTotals(db)
  const inboxCount = db.prepare<[string], { messages: number }>(countInbox)
  const newestSeq = changeReader(db).newestSeq
  db.function('address_matches', { deterministic: true }, (json, role, glob) =>
    addressMatches(String(json), String(role), String(glob)),
  )
  db.function('header_contains', { deterministic: true }, (facts, name, value) =>
    facts instanceof Uint8Array ? headerContains(facts, String(name), String(value)) : 0,
  )

  const find = <Row extends Placed>(columns: string, request: StretchRequest): Found<Row> => {
    const newest = newestSeq()
    const sought = seek(request.selection, meta.largestDelay())
    if (sought.isEmpty) return { items: [], newestSeq: newest }
    const { now, rest } = cut(sought, request, newest)
    const end = clause(
      `order by ${sought.place} ${request.order === 'newest' ? 'desc' : 'asc'} limit ?`,
      request.limit,
    )
    const { text, values } = statement(columns, sought, within(sought, now), end)
    const items = prepare<Row>(text).all(...values)
    const left = items.length < request.limit ? rest : beyond(request, items.at(-1))
    return { items, newestSeq: newest, ...(left && { rest: left }) }
  }

  /** What the writer counts anyway: everything, and a whole inbox. */
  const counted = ({ inbox, ids, query, after, before }: Selection): number | undefined => {
    if (ids || query || after || before) return undefined
    return inbox === undefined ? totals.get()?.messages : (inboxCount.get(inbox)?.messages ?? 0)
  }

  return {
    page(request: StretchRequest): Found<MessageSummary> {
      const found = find<SummaryRow>(summaryColumns, request)
      return { ...found, items: found.items.map((row) => asSummary(row)) }
    },

    ids: (request: StretchRequest): Found<{ readonly seq: number; readonly id: MessageId }> =>
      find('m.seq, m.id', request),

    /** How many the selection matches in a stretch; `rest` when only a part was looked at. */
    count(selection: Selection, stretch: Stretch): { readonly count: number; readonly rest?: Stretch } {
      const known = counted(selection)
      if (known !== undefined) return { count: known }
      const sought = seek(selection, meta.largestDelay())
      if (sought.isEmpty) return { count: 0 }
      const { now, rest } = cut(sought, { order: 'newest', stretch }, newestSeq())
      const { text, values } = statement('count(*) as count', sought, within(sought, now), clause(''))
      const { count } = prepare<{ count: number }>(text).get(...values) ?? { count: 0 }
      return { count, ...(rest && { rest }) }
    },
  }
}

/** What of a stretch is looked at now. */
function cut(
  { isCostly }: Sought,
  { order, stretch }: Pick<StretchRequest, 'order' | 'stretch'>,
  newest: number,
): { readonly now: Stretch; readonly rest?: Stretch } {
  const below = Math.min(stretch.below, newest + 1)
  if (!isCostly || below - stretch.above <= costlyAtOnce) return { now: stretch }
  const middle = order === 'newest' ? below - costlyAtOnce : stretch.above + costlyAtOnce
  return order === 'newest'
    ? { now: { above: middle - 1, below }, rest: { above: stretch.above, below: middle } }
    : { now: { above: stretch.above, below: middle + 1 }, rest: { above: middle, below } }
}

function within({ place }: Sought, { above, below }: Stretch): readonly Clause[] {
  return [
    ...(above > 0 ? [clause(`${place} > ?`, above)] : []),
    ...(below < Infinity ? [clause(`${place} < ?`, below)] : []),
  ]
}

function beyond({ order, stretch }: StretchRequest, last: Placed | undefined): Stretch | undefined {
  if (!last) return undefined
  return order === 'newest' ? { ...stretch, below: last.seq } : { ...stretch, above: last.seq }
}
