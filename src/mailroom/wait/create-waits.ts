// The waiting side of the mailroom: reads what is asked, watches until the verdict is known, and explains it.

import { type AnswerContext, answerAssert, answerWait } from '../../assert/answer.js'
import { judge } from '../../assert/judge.js'
import type { AssertPlan, Plan } from '../../assert/plan.js'
import { readAssertion, readWait } from '../../assert/read-expectation.js'
import { story } from '../../assert/story.js'
import type { Verdict } from '../../assert/verdict.js'
import { waitFromQuery } from '../../assert/wait-from-query.js'
import { encodeCursor } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import { parseSearch } from '../../query/parse-search.js'
import type { FoundMail, WaitOptions, WaitReport, Waits } from '../mailroom.js'
import { parsePlace } from '../narrow.js'
import { allOf } from './all-of.js'
import { type Decided, watchAll } from './call.js'
import { type ExplainContext, evidenceOf } from './evidence.js'
import { type Look, lookOf, type Search } from './look.js'
import { createMemory } from './memory.js'
import { readPrint } from './print-value.js'
import type { WatchContext, Watched } from './watch-one.js'
import { spanOf } from './window.js'

export interface WaitsContext extends WatchContext, ExplainContext {
  /** Told of what will be judged soon. */
  readonly prepare: (look: Look) => void
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** Calls that may be held at once. */
const maxWaiters = 1000
/** Matched mails that one answer holds, the newest where there are more; `matched` counts them all. */
const maxAnswered = { full: 100, summary: 1000 }

type Answering = AnswerContext<FoundMail>

interface Judged {
  /** one per expectation */
  readonly verdicts: readonly Verdict[]
  readonly answering: Answering
}

interface Calls {
  readonly context: WaitsContext
  /** how many are held now */
  held: number
}

export function createWaits(context: WaitsContext): Waits {
  const calls = { context, held: 0 }
  const bodies = createMemory(readWait)
  const queries = createMemory(waitFromQuery)
  return {
    async wait(body, options) {
      const plan = bodies(body)
      const { verdicts, answering } = await judgeAll(calls, alone(plan), { options, search: undefined })
      return reportOf(verdicts, answering)
    },
    async waitFromQuery(parameters, options) {
      const { plan, q, print } = queries([...parameters])
      const printed = print === undefined ? undefined : readPrint(print)
      const full = printed ? { ...plan, returns: 'full' as const } : plan
      const search = q === undefined ? undefined : readSearch(context, q)
      const { verdicts, answering } = await judgeAll(calls, alone(full), { options, search })
      const report = reportOf(verdicts, answering)
      return printed ? { ...report, print: printed } : report
    },
    async assert(body, options) {
      const asked = { options, search: undefined }
      const { verdicts, answering } = await judgeAll(calls, readAssertion(body), asked)
      return answerAssert(verdicts, answering)
    },
  }
}

const alone = (plan: Plan): AssertPlan => ({ scope: plan.scope, plans: [plan], order: 'any' })

function reportOf([verdict]: readonly Verdict[], answering: Answering): WaitReport {
  if (!verdict) throw new Error('a wait has one verdict')
  return { answer: answerWait(verdict, answering), story: () => story(verdict) }
}

const readSearch = ({ store }: WaitsContext, text: string): Search => ({
  text,
  expression: parseSearch(text, { place: (place) => parsePlace(place, 'q', store) }),
})

interface Asked {
  readonly options: WaitOptions
  readonly search: Search | undefined
}

/** One call, held until the verdicts are known. @throws MailholdError `tooMany` */
async function judgeAll(calls: Calls, plan: AssertPlan, asked: Asked): Promise<Judged> {
  if (calls.held >= maxWaiters) {
    throw new MailholdError('tooMany', `${maxWaiters} waits are held already; try again when some have ended`)
  }
  const { context } = calls
  const [began, startedAt] = [context.now(), performance.now()]
  calls.held += 1
  try {
    const watched = watchedBy(context, plan, { began, search: asked.search })
    for (const { look } of watched) context.prepare(look)
    const looks = { ...plan, plans: watched.map(({ look }) => look.plan) }
    const decided = await watchAll(context, looks, { watched, ending: asked.options.ending })
    const waitedMs = Math.round(performance.now() - startedAt)
    const { smtpListeners } = asked.options
    const judged = watched.map((one, at) =>
      verdictOf(context, one, { decided, at, began, waitedMs, smtpListeners }),
    )
    const verdicts = await allOf(judged)
    const mails = await allOf(verdicts.map((verdict, at) => mailsOf(context, verdict, looks.plans[at])))
    const cursor = encodeCursor(context.store.name, decided.upTo)
    const lookedFrom = watched[0]?.span.lookedFrom ?? 'start'
    const messages = (verdict: Verdict) => mails[verdicts.indexOf(verdict)] ?? []
    return { verdicts, answering: { cursor, lookedFrom, messages } }
  } finally {
    calls.held -= 1
  }
}

interface Beginning {
  /** milliseconds since 1970 */
  readonly began: number
  readonly search: Search | undefined
}

const watchedBy = (
  { store }: WaitsContext,
  { plans }: AssertPlan,
  { began, search }: Beginning,
): readonly Watched[] =>
  plans.map((plan, at) => {
    const path = plans.length === 1 ? 'after' : `expectations[${at}].after`
    return { look: lookAt(plan, search), span: spanOf(plan, { store, now: began, path }) }
  })

const looks = new WeakMap<Plan, Look>()

/** One look for all who share a plan. */
function lookAt(plan: Plan, search: Search | undefined): Look {
  const known = search ? undefined : looks.get(plan)
  if (known) return known
  const look = lookOf(lowerInbox(plan), search)
  if (!search) looks.set(plan, look)
  return look
}

/** Inbox names have no capitals, whatever a request says. */
const lowerInbox = (plan: Plan): Plan =>
  plan.scope.inbox === undefined
    ? plan
    : { ...plan, scope: { ...plan.scope, inbox: plan.scope.inbox.toLowerCase() } }

interface OneOf extends Pick<WaitOptions, 'smtpListeners'> {
  readonly decided: Decided
  /** its place in the list */
  readonly at: number
  readonly began: number
  readonly waitedMs: number
}

function verdictOf(context: WaitsContext, { look, span }: Watched, of: OneOf): Verdict | Promise<Verdict> {
  const { outcomes, tallies, wrong } = of.decided.outcome
  const [outcome, tally] = [outcomes[of.at], tallies[of.at]]
  if (!outcome || !tally) throw new Error('every expectation has an outcome')
  const evidence = evidenceOf(context, {
    look,
    span,
    outcome,
    tally,
    wrong: wrong?.expectation === of.at ? wrong : undefined,
    began: of.began,
    waitedMs: of.waitedMs,
    openTransactions: of.decided.openTransactions[of.at] ?? 0,
    smtpListeners: of.smtpListeners,
  })
  return evidence instanceof Promise
    ? evidence.then((gathered) => judge(look.plan, gathered))
    : judge(look.plan, evidence)
}

/** The matched mails of a verdict that passed, as they are answered. */
function mailsOf(
  context: WaitsContext,
  verdict: Verdict,
  plan: Plan | undefined,
): readonly FoundMail[] | Promise<readonly FoundMail[]> {
  if (!verdict.pass) return []
  const returns = plan?.returns ?? 'full'
  return allOf(
    verdict.matched.slice(-maxAnswered[returns]).map((summary) => asReturned(context, summary, returns)),
  )
}

/** A mail that has gone meanwhile is answered with what is left of it. */
function asReturned(
  { mails }: WaitsContext,
  summary: FoundMail['summary'],
  returns: Plan['returns'],
): FoundMail | Promise<FoundMail> {
  if (returns === 'summary') return { summary }
  const whole = mails.atHand(summary.id)
  if (whole) return { summary, whole }
  return mails.find(summary.id).then((found) => ({ summary, ...(found && { whole: found }) }))
}
