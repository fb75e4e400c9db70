// The mail that was there before a wait began to listen.

import { type Considered, count, type Tally } from '../../assert/tally.js'
import type { MessageSummary } from '../../model/message.js'
import type { Selection, Store } from '../../store/store.js'
import type { Judge } from './arrivals.js'
import type { FoundMails } from './found.js'
import { withoutBodies } from './found.js'
import { judgeHere, type Look, narrowing } from './look.js'
import { type Span, selectionOf } from './window.js'

export interface HistoryRequest {
  readonly look: Look
  readonly span: Span
  /** the last place in the order that is looked at */
  readonly upTo: number
  /** looked at between pages: what was found by then is all there will be */
  readonly isOver: () => boolean
}

export interface HistoryContext {
  readonly store: Store
  readonly mails: FoundMails
  readonly judge: Judge
}

const pageSize = 50
/** Matches whose bodies are read before the verdict is known; nearly always it is about one mail. */
const begunAtOnce = 3

/** What a look finds in the mails that the store's narrowing leaves, oldest first. */
export async function tallyHistory(
  context: HistoryContext,
  request: HistoryRequest,
  from: Tally,
): Promise<Tally> {
  const { look, span, upTo, isOver } = request
  const within = selectionOf(span)
  const query = narrowing(look)
  let tally = from
  let beyond: number | undefined
  while (within && upTo > 0) {
    const selection: Selection = { ...within, ...(query && { query }), before: { seq: upTo + 1 } }
    const place = beyond === undefined ? {} : { beyond }
    const page = await context.store.page({
      selection,
      order: 'oldest',
      limit: pageSize,
      total: false,
      ...place,
    })
    tally = count(tally, await considerAll(context, look, page.messages))
    if (page.next === undefined || isOver()) break
    beyond = page.next
  }
  return tally
}

/** Mails that have gone meanwhile are left out. */
export async function considerAll(
  context: HistoryContext,
  look: Look,
  summaries: readonly MessageSummary[],
): Promise<readonly Considered[]> {
  if (!look.needsBodies && !look.hasPatterns) {
    const messages = await context.store.messages(summaries.map(({ id }) => id))
    const considered = messages.map((message) => judgeHere(look, withoutBodies(message)))
    if (look.plan.returns === 'full') {
      const matches = messages.filter((_, at) => considered[at]?.isMatch)
      for (const message of matches.slice(-begunAtOnce)) context.mails.begin(message)
    }
    return considered
  }
  const considered: Considered[] = []
  for (const { id } of summaries) {
    const found = await context.mails.find(id)
    if (found) considered.push(await context.judge(look, found))
  }
  return considered
}
