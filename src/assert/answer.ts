// The bodies that answer /v1/wait and /v1/assert. `M` is how a mail is answered: whole or as a summary.

import type { Reason } from './decide.js'
import type { Count } from './plan.js'
import { assertStory, story } from './story.js'
import type { Came, Elsewhere, NearMiss, SmtpReport, Verdict } from './verdict.js'

/** What the one who waited adds: where the order of commits stands, and the mails themselves. */
export interface AnswerContext<M> {
  readonly cursor: string
  /** the place from which was looked for a verdict, as text: a cursor or a time */
  readonly lookedFrom: (verdict: Verdict) => string
  /** the matched mails of a verdict as they are answered, oldest first */
  readonly messages: (verdict: Verdict) => readonly M[]
}

/** 200 of /v1/wait */
export interface WaitMet<M> {
  readonly pass: true
  readonly waitedMs: number
  readonly matched: number
  /** oldest first */
  readonly messages: readonly M[]
  readonly cursor: string
  readonly lookedFrom: string
}

/** What explains a failure, of a wait or of one expectation. */
export interface Explanation {
  readonly reason: Reason
  readonly expected: Count
  readonly matched: number
  /** oldest first; of many the newest */
  readonly came: readonly Came[]
  readonly nearest: readonly NearMiss[]
  readonly elsewhere: readonly Elsewhere[]
  readonly smtp: SmtpReport
  readonly hints: readonly string[]
}

/** 422 of /v1/wait */
export interface WaitNotMet extends Explanation {
  readonly pass: false
  readonly waitedMs: number
  readonly cursor: string
  readonly lookedFrom: string
  /** the whole story for a person */
  readonly text: string
}

export type ExpectationAnswer<M> = { readonly name?: string; readonly lookedFrom: string } & (
  | { readonly pass: true; readonly matched: number; readonly messages: readonly M[] }
  | ({ readonly pass: false } & Explanation)
)

/** 200 and 422 of /v1/assert */
export interface AssertAnswer<M> {
  readonly pass: boolean
  readonly waitedMs: number
  readonly cursor: string
  /** `null` where the expectations looked from different places */
  readonly lookedFrom: string | null
  readonly expectations: readonly ExpectationAnswer<M>[]
  readonly text: string
}

export function answerWait<M>(verdict: Verdict, context: AnswerContext<M>): WaitMet<M> | WaitNotMet {
  const { waitedMs } = verdict
  const { cursor } = context
  const lookedFrom = context.lookedFrom(verdict)
  if (!verdict.pass) {
    return { pass: false, waitedMs, ...explain(verdict), cursor, lookedFrom, text: story(verdict) }
  }
  const messages = context.messages(verdict)
  return { pass: true, waitedMs, matched: verdict.matched.length, messages, cursor, lookedFrom }
}

export function answerAssert<M>(verdicts: readonly Verdict[], context: AnswerContext<M>): AssertAnswer<M> {
  return {
    pass: verdicts.every(({ pass }) => pass),
    waitedMs: Math.max(0, ...verdicts.map(({ waitedMs }) => waitedMs)),
    cursor: context.cursor,
    lookedFrom: commonPlace(verdicts.map(context.lookedFrom)),
    expectations: verdicts.map((verdict) => answerExpectation(verdict, context)),
    text: assertStory(verdicts),
  }
}

function commonPlace(places: readonly string[]): string | null {
  const [first = null] = places
  return places.every((place) => place === first) ? first : null
}

function answerExpectation<M>(verdict: Verdict, context: AnswerContext<M>): ExpectationAnswer<M> {
  const lookedFrom = context.lookedFrom(verdict)
  const named = { ...(verdict.name !== undefined && { name: verdict.name }), lookedFrom }
  if (!verdict.pass) return { ...named, pass: false, ...explain(verdict) }
  return { ...named, pass: true, matched: verdict.matched.length, messages: context.messages(verdict) }
}

const explain = (verdict: Verdict & { pass: false }): Explanation => ({
  reason: verdict.reason,
  expected: verdict.expected,
  matched: verdict.matched.length,
  came: verdict.came,
  nearest: verdict.nearest,
  elsewhere: verdict.elsewhere,
  smtp: verdict.smtp,
  hints: verdict.hints.map(({ text }) => text),
})
