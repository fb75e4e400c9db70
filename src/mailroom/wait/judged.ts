// The verdicts of a call that has ended, and the mails that they are answered with.

import type { AnswerContext } from '../../assert/answer.js'
import { judgeMet, judgeNotMet } from '../../assert/judge.js'
import type { AssertOutcome } from '../../assert/order.js'
import type { Plan } from '../../assert/plan.js'
import type { Verdict } from '../../assert/verdict.js'
import { mostAnswered } from '../../model/answered-mails.js'
import { encodeCursor } from '../../model/change.js'
import type { FoundMail, WaitOptions } from '../mailroom.js'
import { type ExplainContext, evidenceOf } from './evidence.js'
import type { Watched } from './watch-one.js'
import { after, allOf } from './when-here.js'

export interface Decided {
  readonly outcome: AssertOutcome
  /** per expectation, transactions that were open at the end and could have brought a mail; not counted where all is met */
  readonly openTransactions: readonly number[]
  /** everything up to this place in the order was looked at */
  readonly upTo: number
}

export interface EndedCall extends Pick<WaitOptions, 'smtpListeners'> {
  /** one per expectation */
  readonly watched: readonly Watched[]
  readonly decided: Decided
  /** milliseconds since 1970 */
  readonly began: number
  readonly waitedMs: number
}

export interface Judged {
  /** one per expectation */
  readonly verdicts: readonly Verdict[]
  readonly answering: AnswerContext<FoundMail>
}

/** Nothing is looked up for what was met, as long as its mails are at hand. */
export function judgedOf(context: ExplainContext, call: EndedCall): Judged | Promise<Judged> {
  const { watched, decided } = call
  return after(allOf(watched.map((one, at) => verdictOf(context, one, { call, at }))), (verdicts) =>
    after(allOf(verdicts.map((verdict, at) => mailsOf(context, verdict, watched[at]))), (mails) => ({
      verdicts,
      answering: {
        cursor: encodeCursor(context.store.name, decided.upTo),
        lookedFrom: (verdict) => watched[verdicts.indexOf(verdict)]?.span.lookedFrom ?? 'start',
        messages: (verdict) => mails[verdicts.indexOf(verdict)] ?? [],
      },
    })),
  )
}

interface OneOf {
  readonly call: EndedCall
  /** its place in the list */
  readonly at: number
}

function verdictOf(
  context: ExplainContext,
  { look, span }: Watched,
  { call, at }: OneOf,
): Verdict | Promise<Verdict> {
  const { smtpListeners, decided } = call
  const { waited } = look.plan.scope
  const [began, waitedMs] = [call.began - waited, call.waitedMs + waited]
  const { outcomes, tallies, wrong } = decided.outcome
  const [outcome, tally] = [outcomes[at], tallies[at]]
  if (!outcome || !tally) throw new Error('every expectation has an outcome')
  if (outcome.pass) return judgeMet(look.plan, { tally, waitedMs })
  const evidence = evidenceOf(context, {
    look,
    span,
    reason: outcome.reason,
    tally,
    wrong: wrong?.expectation === at ? wrong : undefined,
    began,
    waitedMs,
    openTransactions: decided.openTransactions[at] ?? 0,
    smtpListeners,
  })
  return evidence.then((gathered) => judgeNotMet(look.plan, gathered))
}

/** The matched mails of a verdict that passed, as they are answered. */
function mailsOf(
  context: ExplainContext,
  verdict: Verdict,
  watched: Watched | undefined,
): readonly FoundMail[] | Promise<readonly FoundMail[]> {
  if (!verdict.pass) return []
  const returns = watched?.look.plan.returns ?? 'full'
  return allOf(
    verdict.matched.slice(-mostAnswered[returns]).map((summary) => asReturned(context, summary, returns)),
  )
}

/** A mail that has gone meanwhile is answered with what is left of it. */
function asReturned(
  { mails }: ExplainContext,
  summary: FoundMail['summary'],
  returns: Plan['returns'],
): FoundMail | Promise<FoundMail> {
  if (returns === 'summary') return { summary }
  const whole = mails.atHand(summary.id)
  if (whole) return { summary, whole }
  return mails.find(summary.id).then((found) => ({ summary, ...(found && { whole: found }) }))
}
