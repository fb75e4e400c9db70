// What is looked up, once a verdict is not met, to explain it: the mails that came nearest, where else one came in, what SMTP saw.

import type { Outcome } from '../../assert/decide.js'
import type { Evidence, SmtpHappenings, Stray } from '../../assert/evidence.js'
import { nearest } from '../../assert/near-miss.js'
import type { OutOfOrder } from '../../assert/order.js'
import type { Tally } from '../../assert/tally.js'
import type { Place } from '../../model/change.js'
import type { MessageSummary } from '../../model/message.js'
import type { Selection } from '../../store/store.js'
import type { SmtpJournal } from './happenings.js'
import { considerAll, type HistoryContext } from './history.js'
import type { Look } from './look.js'
import { type Span, selectionOf } from './window.js'

/** Mails that are looked at for the nearest, and again for strays; patterns may take long on each of them. */
const newest = ({ hasPatterns }: Look): number => (hasPatterns ? 5 : 20)

export interface ExplainContext extends HistoryContext {
  readonly journal: SmtpJournal
  readonly mayConcern: (recipient: string, inbox: Span['inbox']) => boolean
}

export interface Found {
  readonly look: Look
  readonly span: Span
  readonly outcome: Outcome
  readonly tally: Tally
  readonly wrong: OutOfOrder | undefined
  /** milliseconds since 1970 when the call came */
  readonly began: number
  readonly waitedMs: number
  readonly openTransactions: number
  readonly smtpListeners: () => readonly string[]
}

/** Nothing is looked up for what was met. */
export function evidenceOf(context: ExplainContext, found: Found): Evidence | Promise<Evidence> {
  const { look, span, outcome, waitedMs, began, tally } = found
  const window = { inbox: look.plan.scope.inbox, from: began, began, isDefault: span.isDefault }
  const known = { outcome, tally, window, waitedMs, strays: [], keptElsewhere: 0, smtp: nothingHappened }
  return outcome.pass ? known : explained(context, found, known)
}

async function explained(context: ExplainContext, found: Found, known: Evidence): Promise<Evidence> {
  const { look, span, began, tally } = found
  const isShort = tally.matched.length < look.plan.count.min
  const [nearer, strays, keptElsewhere, from, smtp] = await Promise.all([
    withNearest(context, found),
    isShort ? straysOf(context, found) : [],
    isShort ? countElsewhere(context, span) : 0,
    timeOf(context, span.from, began),
    smtpOf(context, found),
  ])
  return {
    ...known,
    tally: nearer,
    window: { ...known.window, from },
    strays,
    keptElsewhere,
    smtp,
    ...(found.wrong && { wrong: found.wrong }),
  }
}

const nothingHappened: SmtpHappenings = {
  listeners: [],
  sessions: 0,
  rejected: [],
  faultsFired: [],
  openTransactions: 0,
  problems: [],
}

/** The store's narrowing left out mails that came near; the newest of all are looked at with their bodies. */
async function withNearest(context: ExplainContext, { look, span, tally }: Found): Promise<Tally> {
  const selection = selectionOf(span)
  if (!selection) return tally
  const page = await context.store.page({ selection, order: 'newest', limit: newest(look), total: true })
  const known = tally.nearest.map(({ subject }) => subject.summary)
  const matched = new Set(tally.matched.map(({ id }) => id))
  const wanted = unique([...page.messages, ...known]).filter(({ id }) => !matched.has(id))
  const considered = await considerAll(context, { ...look, needsBodies: true }, wanted)
  const misses = considered.filter(({ isMatch }) => !isMatch).map(({ candidate }) => candidate)
  return { ...tally, looked: Math.max(tally.looked, page.total ?? 0), nearest: nearest(misses) }
}

const unique = (summaries: readonly MessageSummary[]): readonly MessageSummary[] => [
  ...new Map(summaries.map((summary) => [summary.id, summary])).values(),
]

/** Mails that match but came too early, or lie in another inbox. */
async function straysOf(context: ExplainContext, { look, span }: Found): Promise<readonly Stray[]> {
  const [early, elsewhere] = await Promise.all([
    matching(context, look, earlier(span)),
    matching(context, look, span.inbox === undefined ? undefined : { after: span.smtpSince }),
  ])
  const others = elsewhere.filter(({ inboxes }) => !inboxes.some((inbox) => inbox === span.inbox))
  return [
    ...early.map((message): Stray => ({ message, where: 'before' })),
    ...others.map((message): Stray => ({ message, where: 'otherInbox' })),
  ]
}

function earlier({ inbox, from }: Span): Selection | undefined {
  const before = 'seq' in from ? { seq: from.seq + 1 } : { time: from.time + 1 }
  if (inbox === 'none' || ('seq' in from && from.seq === 0)) return undefined
  return { ...(inbox && { inbox }), before }
}

async function matching(
  context: ExplainContext,
  look: Look,
  selection: Selection | undefined,
): Promise<readonly MessageSummary[]> {
  if (!selection) return []
  const query = look.plan.match.narrow
  const page = await context.store.page({
    selection: { ...selection, query },
    order: 'newest',
    limit: newest(look),
    total: false,
  })
  const considered = await considerAll(context, look, page.messages)
  return considered.filter(({ isMatch }) => isMatch).map(({ candidate }) => candidate.subject.summary)
}

async function countElsewhere({ store }: ExplainContext, { inbox, smtpSince }: Span): Promise<number> {
  if (inbox === undefined) return 0
  const all = await store.count({ after: smtpSince })
  return inbox === 'none' ? all : all - (await store.count({ after: smtpSince, inbox }))
}

/** When a place in the order was: 0 where that is forgotten. */
async function timeOf({ store }: ExplainContext, place: Place, began: number): Promise<number> {
  if ('time' in place) return place.time
  if (place.seq === 0) return 0
  const changes = await store.changesAfter(place.seq - 1, 1)
  if (changes === 'tooOld') return 0
  return changes[0]?.at ?? began
}

async function smtpOf(context: ExplainContext, found: Found): Promise<SmtpHappenings> {
  const { span, began, smtpListeners, openTransactions } = found
  const happened = context.journal.since(await timeOf(context, span.smtpSince, began))
  const mayConcern = (recipient: string) => context.mayConcern(recipient, span.inbox)
  const rejected = happened.rejected.filter(
    ({ recipient }) => recipient === undefined || mayConcern(recipient),
  )
  const faultsFired = happened.faultsFired.filter(
    ({ recipients }) => recipients.length === 0 || recipients.some(mayConcern),
  )
  return { ...happened, rejected, listeners: smtpListeners(), faultsFired, openTransactions }
}
