// Evidence for the tests of verdicts: a wait that saw these mails and nothing else, unless said otherwise.

import { decide, type Moment } from '#mailhold/assert/decide.js'
import type { Evidence, SmtpHappenings } from '#mailhold/assert/evidence.js'
import { judgeNotMet } from '#mailhold/assert/judge.js'
import type { Plan } from '#mailhold/assert/plan.js'
import { readWait } from '#mailhold/assert/read-expectation.js'
import { consider, count, nothingSeen, type Tally } from '#mailhold/assert/tally.js'
import type { NotMet } from '#mailhold/assert/verdict.js'
import { makeSubject, type Sketch } from '../query/messages.js'

export const quietSmtp: SmtpHappenings = {
  listeners: ['localhost:1025'],
  sessions: 1,
  keptOpen: 0,
  sessionsWithMail: 0,
  rejected: [],
  faultsFired: [],
  openTransactions: 0,
  problems: [],
}

/** When the waits of tests began, in milliseconds since 1970. */
export const began = 60_000

export const deadline: Moment = {
  isQuiet: false,
  isBarrierSettled: false,
  isDeadline: true,
  openTransactions: 0,
}

/** Mails get their place in the order from their place in the list, from 1. */
export const tallyOf = (plan: Plan, mails: readonly Sketch[]): Tally =>
  count(
    nothingSeen,
    mails.map((mail, index) =>
      consider(
        plan,
        makeSubject({ ...mail, summary: { id: `m${index + 1}`, seq: index + 1, ...mail.summary } }),
      ),
    ),
  )

/** The verdict when the time is over, which must not be a pass. */
export function failureOf(request: unknown, mails: readonly Sketch[], more: Partial<Evidence> = {}): NotMet {
  const plan = readWait(request)
  const tally = tallyOf(plan, mails)
  const smtp = { ...quietSmtp, ...more.smtp }
  const outcome = decide(plan, tally, { ...deadline, openTransactions: smtp.openTransactions })
  if (!outcome) throw new Error('the verdict is not known at the deadline')
  if (outcome.pass) throw new Error('the expectation was met')
  return judgeNotMet(plan, {
    reason: outcome.reason,
    tally,
    isRepeated: false,
    window: { inbox: plan.scope.inbox, began, isDefault: false },
    strays: [],
    kept: { here: tally.looked, inOtherInboxes: 0, meanwhile: tally.looked },
    waitedMs: plan.scope.timeout,
    ...more,
    smtp,
  })
}
