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
import type { FoundMail, WaitOptions, Waits } from '../mailroom.js'
import { parsePlace } from '../narrow.js'
import { allOf } from './all-of.js'
import { type Decided, type Watched, watchAll } from './call.js'
import { type ExplainContext, evidenceOf } from './evidence.js'
import { type Look, lookOf, type Search } from './look.js'
import { createMemory } from './memory.js'
import { readPrint } from './print-value.js'
import type { WatchContext } from './watch-one.js'
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

interface Judged {
  /** one per expectation */
  readonly verdicts: readonly Verdict[]
  readonly watched: readonly Watched[]
  readonly context: AnswerContext<FoundMail>
}

export function createWaits(context: WaitsContext): Waits {
  let waiters = 0
  const held = async (plan: AssertPlan, options: WaitOptions, search?: Search): Promise<Judged> => {
    if (waiters >= maxWaiters) {
      throw new MailholdError(
        'tooMany',
        `${maxWaiters} waits are held already; try again when some have ended`,
      )
    }
    waiters += 1
    try {
      return await judgeAll(context, plan, { ...options, search })
    } finally {
      waiters -= 1
    }
  }
  const waitFor = async (plan: Plan, options: WaitOptions, search?: Search) => {
    const judged = await held({ scope: plan.scope, plans: [plan], order: 'any' }, options, search)
    const [verdict] = judged.verdicts
    if (!verdict) throw new Error('a wait has one verdict')
    return { answer: answerWait(verdict, judged.context), story: () => story(verdict) }
  }
  const bodies = createMemory(readWait)
  const queries = createMemory(waitFromQuery)
  return {
    wait: async (body, options) => waitFor(bodies(body), options),
    async waitFromQuery(parameters, options) {
      const { plan, q, print } = queries([...parameters])
      const printed = print === undefined ? undefined : readPrint(print)
      const full = printed ? { ...plan, returns: 'full' as const } : plan
      const report = await waitFor(full, options, q === undefined ? undefined : readSearch(context, q))
      return printed ? { ...report, print: printed } : report
    },
    async assert(body, options) {
      const { verdicts, context: answering } = await held(readAssertion(body), options)
      return answerAssert(verdicts, answering)
    },
  }
}

const readSearch = ({ store }: WaitsContext, text: string): Search => ({
  text,
  expression: parseSearch(text, { place: (place) => parsePlace(place, 'q', store) }),
})

interface Asked extends WaitOptions {
  readonly search: Search | undefined
}

async function judgeAll(context: WaitsContext, plan: AssertPlan, asked: Asked): Promise<Judged> {
  const { store, now } = context
  const [began, startedAt] = [now(), performance.now()]
  const isOne = plan.plans.length === 1
  const watched = plan.plans.map((one, at): Watched => {
    const path = isOne ? 'after' : `expectations[${at}].after`
    return { look: lookAt(one, asked.search), span: spanOf(one, { store, now: began, path }) }
  })
  for (const { look } of watched) context.prepare(look)
  const looks = { ...plan, plans: watched.map(({ look }) => look.plan) }
  const decided = await watchAll(context, looks, { watched, ending: asked.ending })
  const waitedMs = Math.round(performance.now() - startedAt)
  const verdicts = await allOf(
    watched.map((one, at) => verdictOf(context, one, { decided, at, began, waitedMs, ...asked })),
  )
  const mails = await matchedMails(context, watched, verdicts)
  const cursor = encodeCursor(store.name, decided.upTo)
  const lookedFrom = watched[0]?.span.lookedFrom ?? 'start'
  return {
    verdicts,
    watched,
    context: { cursor, lookedFrom, messages: (verdict) => mails.get(verdict) ?? [] },
  }
}

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

interface OneOf extends Asked {
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

/** The matched mails of the verdicts that passed, as they are answered. */
async function matchedMails(
  context: WaitsContext,
  watched: readonly Watched[],
  verdicts: readonly Verdict[],
): Promise<ReadonlyMap<Verdict, readonly FoundMail[]>> {
  const mails = new Map<Verdict, readonly FoundMail[]>()
  for (const [at, verdict] of verdicts.entries()) {
    const returns = watched[at]?.look.plan.returns ?? 'full'
    const answered = verdict.pass ? verdict.matched.slice(-maxAnswered[returns]) : []
    mails.set(verdict, await allOf(answered.map((summary) => asReturned(context, summary, returns))))
  }
  return mails
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
