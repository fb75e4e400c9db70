// The waiting side of the mailroom: reads what is asked, holds the call until its verdict is known, and reports it.

import { answerAssert, answerWait } from '../../assert/answer.js'
import type { AssertPlan, Plan } from '../../assert/plan.js'
import { readAssertion, readWait } from '../../assert/read-expectation.js'
import { story } from '../../assert/story.js'
import { type WaitQuery, waitFromQuery } from '../../assert/wait-from-query.js'
import { parseSearch } from '../../query/parse-search.js'
import type { QueryWaitReport, WaitReport, Waits } from '../mailroom.js'
import { parsePlace } from '../narrow.js'
import { HeldCalls, type HoldContext, type Question } from './held-call.js'
import type { Judged } from './judged.js'
import type { Search } from './look.js'
import { looksOf } from './looks.js'
import { createMemory } from './memory.js'
import { readPrint } from './print-value.js'

export function createWaits(context: HoldContext): Waits {
  const calls = new HeldCalls(context)
  const { inboxDomains } = context
  const bodies = createMemory((body: unknown) => askedByBody(readWait(body, inboxDomains)))
  const queries = createMemory((query: string) =>
    askedByQuery(waitFromQuery(new URLSearchParams(query), inboxDomains)),
  )
  return {
    wait: (body, options) => calls.hold(() => bodies(body), options),
    waitFromQuery: (query, options) =>
      calls.hold(() => {
        const { question, withSearch } = queries(query)
        return withSearch?.(context) ?? question
      }, options),
    assert: (body, options) => calls.hold(() => askedTogether(readAssertion(body, inboxDomains)), options),
  }
}

const askedByBody = (plan: Plan): Question<WaitReport> => ({
  looks: looksOf(alone(plan)),
  report: reportOf,
})

interface QueryQuestion {
  readonly question: Question<QueryWaitReport>
  /** with `q`, whose places are of one store and one moment */
  readonly withSearch?: (context: HoldContext) => Question<QueryWaitReport>
}

function askedByQuery({ plan, q, print }: WaitQuery): QueryQuestion {
  const printed = print === undefined ? undefined : readPrint(print)
  const asked = alone(printed ? { ...plan, returns: 'full' } : plan)
  const report = printed
    ? (judged: Judged): QueryWaitReport => ({ ...reportOf(judged), print: printed })
    : reportOf
  const question = { looks: looksOf(asked), report }
  if (q === undefined) return { question }
  return { question, withSearch: (context) => ({ looks: looksOf(asked, readSearch(context, q)), report }) }
}

const askedTogether = (plan: AssertPlan): Question<ReturnType<typeof answerTogether>> => ({
  looks: looksOf(plan),
  report: answerTogether,
})

const answerTogether = ({ verdicts, answering }: Judged) => answerAssert(verdicts, answering)

const alone = (plan: Plan): AssertPlan => ({ scope: plan.scope, plans: [plan], order: 'any' })

function reportOf({ verdicts: [verdict], answering }: Judged): WaitReport {
  if (!verdict) throw new Error('a wait has one verdict')
  return { answer: answerWait(verdict, answering), story: () => story(verdict) }
}

const readSearch = ({ store }: HoldContext, text: string): Search => ({
  text,
  expression: parseSearch(text, { place: (place, field) => parsePlace(place, field, store) }),
})
