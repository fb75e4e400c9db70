// What is looked up, once a verdict is not met, to explain it: the mails that came nearest, where else one came in, what SMTP saw.

import type { Reason } from '../../assert/decide.js'
import type { Evidence, KeptLately, SmtpHappenings, Stray } from '../../assert/evidence.js'
import { nearest } from '../../assert/near-miss.js'
import type { OutOfOrder } from '../../assert/order.js'
import type { Tally } from '../../assert/tally.js'
import type { Place } from '../../model/change.js'
import type { MessageSummary } from '../../model/message.js'
import type { Selection } from '../../store/store.js'
import type { SmtpJournal } from './happenings.js'
import { considerAll, type HistoryContext } from './history.js'
import { barrierLook, type Look } from './look.js'
import { type Span, selectionOf } from './window.js'

/** Mails that are looked at for the nearest, and again for strays; patterns may take long on each of them. */
const newest = ({ hasPatterns }: Look): number => (hasPatterns ? 5 : 20)

/** Milliseconds before the wait; what SMTP refused earlier is some other test's, whatever cursor the wait has. */
const remembered = 300_000

export interface ExplainContext extends HistoryContext {
  readonly journal: SmtpJournal
  readonly mayConcern: (recipient: string, inbox: Span['inbox']) => boolean
}

/** An expectation that was not met, and what its call knows of it. */
export interface Failure {
  readonly look: Look
  readonly span: Span
  readonly reason: Reason
  readonly tally: Tally
  readonly wrong: OutOfOrder | undefined
  /** milliseconds since 1970 when the first call of this wait came */
  readonly began: number
  readonly waitedMs: number
  readonly openTransactions: number
  readonly smtpListeners: () => readonly string[]
}

export async function evidenceOf(context: ExplainContext, failure: Failure): Promise<Evidence> {
  const { look, span, reason, tally, began, waitedMs, wrong } = failure
  const barrier = reason === 'barrier' ? barrierLook(look) : undefined
  const missing = barrier ?? (tally.matched.length < look.plan.count.min ? look : undefined)
  const [nearer, isRepeated, strays, kept, smtp] = await Promise.all([
    withNearest(context, failure, barrier),
    reason === 'tooMany' ? isRepeat(context, tally.matched.slice(-2)) : false,
    missing ? straysOf(context, { ...failure, look: missing }) : [],
    countKept(context, failure),
    smtpOf(context, failure),
  ])
  const window = { inbox: look.plan.scope.inbox, began, isDefault: span.isDefault }
  return {
    reason,
    tally: nearer,
    isRepeated,
    window,
    strays,
    kept,
    smtp,
    waitedMs,
    ...(wrong && { wrong }),
  }
}

/**
 * The store's narrowing left out mails that came near; the newest of all are looked at with their bodies.
 * @param barrier where the mail that is missing is the one that `until` names
 */
async function withNearest(
  context: ExplainContext,
  { look: asked, span, tally }: Failure,
  barrier: Look | undefined,
): Promise<Tally> {
  const look = barrier ?? asked
  const selection = selectionOf(span)
  const page = await context.store.page({ selection, order: 'newest', limit: newest(look), total: true })
  const known = tally.nearest.map(({ subject }) => subject.summary)
  const matched = new Set(barrier ? [] : tally.matched.map(({ id }) => id))
  const wanted = unique([...page.messages, ...known]).filter(({ id }) => !matched.has(id))
  const considered = await considerAll(context, { ...look, needsBodies: true }, wanted)
  const misses = considered.filter(({ isMatch }) => !isMatch).map(({ candidate }) => candidate)
  return { ...tally, looked: Math.max(tally.looked, page.total ?? 0), nearest: nearest(misses) }
}

/** Whether these two are one mail that was sent twice. */
async function isRepeat({ store }: ExplainContext, summaries: readonly MessageSummary[]): Promise<boolean> {
  const [first, second] = await store.messages(summaries.map(({ id }) => id))
  if (!first || !second) return false
  const { messageId } = first.facts
  const isSameId = messageId !== undefined && messageId === second.facts.messageId
  return first.sha256 === second.sha256 || isSameId
}

const unique = (summaries: readonly MessageSummary[]): readonly MessageSummary[] => [
  ...new Map(summaries.map((summary) => [summary.id, summary])).values(),
]

/** Mails that match but came too early, or lie in another inbox. */
async function straysOf(context: ExplainContext, { look, span }: Failure): Promise<readonly Stray[]> {
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
  if ('seq' in from && from.seq === 0) return undefined
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

async function countKept({ store }: ExplainContext, { span, began }: Failure): Promise<KeptLately> {
  const { inbox, smtpSince: after } = span
  const [all, meanwhile, here] = await Promise.all([
    store.count({ after }),
    store.count({ after: { time: began - 1 } }),
    inbox === undefined ? 0 : store.count({ after, inbox }),
  ])
  return inbox === undefined
    ? { here: all, inOtherInboxes: 0, meanwhile }
    : { here, inOtherInboxes: all - here, meanwhile }
}

/** When a place in the order was: 0 where that is forgotten. */
async function timeOf({ store }: ExplainContext, place: Place, began: number): Promise<number> {
  if ('time' in place) return place.time
  if (place.seq === 0) return 0
  const changes = await store.changesAfter(place.seq - 1, 1)
  if (changes === 'tooOld') return 0
  return changes[0]?.at ?? began
}

async function smtpOf(context: ExplainContext, failure: Failure): Promise<SmtpHappenings> {
  const { span, began, smtpListeners, openTransactions } = failure
  const since = Math.min(began, Math.max(await timeOf(context, span.smtpSince, began), began - remembered))
  const happened = context.journal.around({ since, began })
  const mayConcern = (recipient: string) => context.mayConcern(recipient, span.inbox)
  const rejected = happened.rejected.filter(
    ({ recipient }) => recipient === undefined || mayConcern(recipient),
  )
  const faultsFired = happened.faultsFired.filter(
    ({ recipients }) => recipients.length === 0 || recipients.some(mayConcern),
  )
  return { ...happened, rejected, listeners: smtpListeners(), faultsFired, openTransactions }
}
