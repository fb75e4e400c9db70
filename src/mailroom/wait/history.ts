// The mail that was there before a wait began to listen.

import { type Considered, count, nothingSeen, type Tally } from '../../assert/tally.js'
import type { MessageSummary } from '../../model/message.js'
import type { PageRequest, Selection, Store, WholeMessage } from '../../store/store.js'
import type { FoundMails } from './found.js'
import { withoutBodies } from './found.js'
import type { Judge } from './group.js'
import { judgeHere, type Look, narrowing } from './look.js'
import type { UnderWay } from './under-way.js'
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
  readonly firstPages: UnderWay<Look, TalliedPage>
}

/** What was found up to the end of a page. */
export interface TalliedPage {
  readonly tally: Tally
  /** where the next page begins; absent where there is none */
  readonly next: number | undefined
}

const pageSize = 50
/** Matches whose bodies are read before the verdict is known; nearly always it is about one mail. */
const begunAtOnce = 3

/** What a look finds in the mails that the store's narrowing leaves, oldest first. Waits that ask the same at once share the first page. */
export function tallyHistory(context: HistoryContext, request: HistoryRequest): Promise<Tally> {
  const { look, span, upTo } = request
  if (upTo === 0) return Promise.resolve(nothingSeen)
  const place = 'seq' in span.from ? `after ${span.from.seq}` : `since ${span.from.time}`
  const first = context.firstPages.join(look, `${span.inbox ?? '*'} ${place} to ${upTo}`, () =>
    tallyPage(context, request, { tally: nothingSeen, next: undefined }),
  )
  return first.then((page) => (page.next === undefined ? page.tally : tallyRest(context, request, page)))
}

async function tallyRest(
  context: HistoryContext,
  request: HistoryRequest,
  first: TalliedPage,
): Promise<Tally> {
  let page = first
  while (page.next !== undefined && !request.isOver()) page = await tallyPage(context, request, page)
  return page.tally
}

async function tallyPage(
  context: HistoryContext,
  { look, span, upTo }: Omit<HistoryRequest, 'isOver'>,
  before: TalliedPage,
): Promise<TalliedPage> {
  const query = narrowing(look)
  const selection: Selection = { ...selectionOf(span), ...(query && { query }), before: { seq: upTo + 1 } }
  const beyond = before.next === undefined ? {} : { beyond: before.next }
  const asked = { selection, order: 'oldest', limit: pageSize, total: false, ...beyond } as const
  const { considered, next } = await considerPage(context, look, asked)
  return { tally: count(before.tally, considered), next }
}

interface ConsideredPage {
  readonly considered: readonly Considered[]
  readonly next: number | undefined
}

async function considerPage(
  context: HistoryContext,
  look: Look,
  request: PageRequest,
): Promise<ConsideredPage> {
  if (!isJudgedByFacts(look)) {
    const { messages, next } = await context.store.page(request)
    return { considered: await considerAll(context, look, messages), next }
  }
  const octets = look.plan.returns === 'full'
  const { messages, next } = await context.store.wholePage({ ...request, octets })
  return { considered: considerFacts(context, look, messages), next }
}

const isJudgedByFacts = ({ needsBodies, hasPatterns }: Look): boolean => !needsBodies && !hasPatterns

function considerFacts(
  { mails }: HistoryContext,
  look: Look,
  messages: readonly WholeMessage[],
): readonly Considered[] {
  const considered = messages.map((message) => judgeHere(look, withoutBodies(message)))
  if (look.plan.returns === 'full') {
    const matches = messages.filter((_, at) => considered[at]?.isMatch)
    for (const message of matches.slice(-begunAtOnce)) mails.begin(message)
  }
  return considered
}

/** Mails that have gone meanwhile are left out. */
export async function considerAll(
  context: HistoryContext,
  look: Look,
  summaries: readonly MessageSummary[],
): Promise<readonly Considered[]> {
  if (isJudgedByFacts(look)) {
    return considerFacts(context, look, await context.store.messages(summaries.map(({ id }) => id)))
  }
  const considered: Considered[] = []
  for (const { id } of summaries) {
    const found = await context.mails.find(id)
    if (found) considered.push(await context.judge(look, found))
  }
  return considered
}
