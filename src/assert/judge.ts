// Turns evidence into a verdict that explains itself.

import type { Criterion, CriterionResult } from '../query/criteria/criterion.js'
import type { Subject } from '../query/subject.js'
import { inWords } from './duration.js'
import type { Evidence, Stray, Window } from './evidence.js'
import { criterionHints } from './hints/criterion/registry.js'
import { asMiss } from './hints/criterion-hint.js'
import { verdictHints } from './hints/verdict/registry.js'
import type { Candidate } from './near-miss.js'
import type { Plan } from './plan.js'
import type { CriterionReport, Elsewhere, NearMiss, NotMet, Verdict } from './verdict.js'
import { visible } from './visible.js'

const elsewhereShown = 5
const rejectionsShown = 20

/** The verdict on one expectation. */
export function judge(plan: Plan, evidence: Evidence): Verdict {
  const { outcome, tally, waitedMs, smtp, window } = evidence
  const judged = {
    name: plan.name,
    waitedMs,
    expected: plan.count,
    asked: criteriaOf(plan),
    inbox: window.inbox,
    matched: tally.matched,
  }
  if (outcome.pass) return { ...judged, pass: true }
  return {
    ...judged,
    pass: false,
    reason: outcome.reason,
    looked: tally.looked,
    nearest: nearMisses(plan, evidence).map(toNearMiss),
    elsewhere: evidence.strays.slice(0, elsewhereShown).map((stray) => toElsewhere(stray, window)),
    smtp: {
      sessions: smtp.sessions,
      rejected: smtp.rejected.slice(0, rejectionsShown),
      openTransactions: smtp.openTransactions,
    },
    hints: verdictHints.flatMap(({ name, tell }) => {
      const text = tell(plan, evidence)
      return text === undefined ? [] : [{ name, text }]
    }),
  } satisfies NotMet
}

const criteriaOf = ({ match, each }: Plan): readonly Criterion[] =>
  each.length === 0 ? match.criteria : [match, ...each].flatMap(({ criteria }) => criteria)

/** Mails that did not match are of interest where one was missing; where one was too many they are not. */
function nearMisses({ count }: Plan, { outcome, tally }: Evidence): readonly Candidate[] {
  if (!outcome.pass && outcome.reason === 'each' && tally.failing) return [tally.failing]
  return tally.matched.length < count.min ? tally.nearest : []
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
  const { criterion, pass, values } = result
  const report = {
    path: criterion.path,
    op: criterion.operator,
    pass,
    expected: criterion.expected,
    actual: values.length === 0 ? null : visible(joined(values)),
  }
  if (pass) return report
  const miss = asMiss(result, subject)
  for (const { tell } of criterionHints) {
    const hint = tell(miss)
    if (hint !== undefined) return { ...report, hint }
  }
  return report
}

/** Enough values to fill what is shown; a mail may have 20,000 recipients. */
const joined = (values: readonly string[]): string =>
  values
    .slice(0, 100)
    .map((value) => value.slice(0, 300))
    .join(', ')

function toElsewhere({ message, where }: Stray, window: Window): Elsewhere {
  const subject = visible(message.subject)
  if (where === 'before') {
    const early = inWords(Math.max(0, window.from - message.receivedAt))
    return {
      id: message.id,
      why: `"${subject}" matches but came ${early} before the time that was looked at`,
    }
  }
  const inboxes = message.inboxes.join(', ')
  return {
    id: message.id,
    why: `"${subject}" matches but is in inbox ${inboxes}, not in ${window.inbox ?? 'the one asked for'}`,
  }
}
