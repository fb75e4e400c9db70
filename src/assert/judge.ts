// Makes verdicts; those on what was not met explain themselves by the evidence.

import type { Criterion, CriterionResult } from '../query/criteria/criterion.js'
import type { Subject } from '../query/subject.js'
import { cameInOrder, cameOf } from './came.js'
import type { Evidence, Stray } from './evidence.js'
import { excerpt } from './excerpt.js'
import { criterionHints } from './hints/criterion/registry.js'
import { asMiss } from './hints/criterion-hint.js'
import { verdictHints } from './hints/verdict/registry.js'
import type { Candidate } from './near-miss.js'
import type { Plan } from './plan.js'
import type { CriterionReport, Elsewhere, Judged, Met, NearMiss, NotMet } from './verdict.js'
import { visible } from './visible.js'
import { whenOf } from './when.js'

const elsewhereShown = 5
const rejectionsShown = 20

/** The verdict on an expectation that was met: nothing has to be explained. */
export const judgeMet = (plan: Plan, seen: Pick<Evidence, 'tally' | 'waitedMs'>): Met => ({
  pass: true,
  ...judged(plan, seen),
})

/** The verdict on an expectation that was not met. */
export function judgeNotMet(plan: Plan, evidence: Evidence): NotMet {
  const { reason, tally, smtp, window } = evidence
  return {
    pass: false,
    ...judged(plan, evidence),
    reason,
    looked: tally.looked - tally.countedElsewhere,
    came: evidence.wrong ? cameInOrder(evidence.wrong) : cameOf(tally.matched),
    nearest: nearMisses(plan, evidence).map(toNearMiss),
    elsewhere: evidence.strays.slice(0, elsewhereShown).map((stray) => toElsewhere(stray, evidence)),
    began: window.began,
    smtp: {
      sessions: smtp.sessions,
      ...(smtp.last && { last: smtp.last }),
      rejected: smtp.rejected.slice(-rejectionsShown),
      openTransactions: smtp.openTransactions,
    },
    hints: verdictHints.flatMap(({ name, tell }) => {
      const text = tell(plan, evidence)
      return text === undefined ? [] : [{ name, text }]
    }),
  }
}

const judged = (plan: Plan, { tally, waitedMs }: Pick<Evidence, 'tally' | 'waitedMs'>): Judged => ({
  name: plan.name,
  waitedMs,
  expected: plan.count,
  asked: criteriaOf(plan),
  until: plan.until?.criteria ?? [],
  inbox: plan.scope.inbox,
  matched: tally.matched,
})

const criteriaOf = ({ match, each }: Plan): readonly Criterion[] =>
  each.length === 0 ? match.criteria : [match, ...each].flatMap(({ criteria }) => criteria)

/** Mails that did not match are of interest where one was missing; where one was too many they are not. */
function nearMisses({ count }: Plan, { reason, tally }: Evidence): readonly Candidate[] {
  if (reason === 'each' && tally.failing) return [tally.failing]
  if (reason === 'order') return []
  return tally.matched.length < count.min || reason === 'barrier' ? tally.nearest : []
}

function toNearMiss({ subject, results }: Candidate): NearMiss {
  const { id, inboxes, receivedAt } = subject.summary
  return {
    id,
    subject: visible(subject.facts.subject),
    inboxes,
    receivedAt,
    criteria: results.map((result) => toReport(result, subject)),
  }
}

/** A criterion's result as it is shown, with the first hint that applies if it failed. */
export function toReport(result: CriterionResult, subject: Subject): CriterionReport {
  const { criterion, pass } = result
  const report = {
    path: criterion.path,
    op: criterion.operator,
    pass,
    expected: criterion.expected,
    actual: excerpt(result),
  }
  if (pass) return report
  const miss = asMiss(result, subject)
  for (const { tell } of criterionHints) {
    const hint = tell(miss)
    if (hint !== undefined) return { ...report, hint }
  }
  return report
}

function toElsewhere({ message, where }: Stray, { window, reason }: Evidence): Elsewhere {
  const mail = `"${visible(message.subject)}" ${reason === 'barrier' ? 'is what "until" names' : 'matches'}`
  if (where === 'before') {
    return {
      id: message.id,
      why: `${mail} but came ${whenOf(message.receivedAt, window.began)}, before the place from which was looked`,
    }
  }
  const inboxes = message.inboxes.join(', ')
  return {
    id: message.id,
    why: `${mail} but is in inbox ${inboxes}, not in ${window.inbox ?? 'the one asked for'}`,
  }
}
