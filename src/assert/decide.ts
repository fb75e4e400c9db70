// Whether the verdict on an expectation is known yet.

import { needsQuiet, type Plan } from './plan.js'
import type { Tally } from './tally.js'

/** Why an expectation was not met; an open set of words. */
export type Reason =
  /** too few mails matched until the deadline */
  | 'timeout'
  /** more mails matched than may */
  | 'tooMany'
  /** too few mails had matched when the barrier had come */
  | 'tooFew'
  /** a matched mail does not fulfil `each` */
  | 'each'
  /** mails came in another order */
  | 'order'
  /** the deadline came while SMTP transactions were open that could still bring a mail */
  | 'unsettled'
  /** the mail that `until` names never came */
  | 'barrier'
  /** another expectation of the same assertion had failed before this one was met */
  | 'stopped'

export type Outcome = { readonly pass: true } | { readonly pass: false; readonly reason: Reason }

/** What the one who waits knows besides the mails. */
export interface Moment {
  /** the settle time has passed without a new match, and the transactions then open that could bring one have ended */
  readonly isQuiet: boolean
  /** the transactions that were open when the barrier was committed have ended */
  readonly isBarrierSettled: boolean
  /** the time-out has passed; with `0s` at once */
  readonly isDeadline: boolean
  /** transactions still open that could bring a mail to this inbox */
  readonly openTransactions: number
}

const met: Outcome = { pass: true }
const failed = (reason: Reason): Outcome => ({ pass: false, reason })

/** The verdict, or `undefined` while it is not known. Once known it does not change. */
export function decide(plan: Plan, tally: Tally, moment: Moment): Outcome | undefined {
  const matched = tally.matched.length
  const { min, max } = plan.count
  if (max !== undefined && matched > max) return failed('tooMany')
  if (tally.failing) return failed('each')
  if (plan.until) return decideAtBarrier(plan, tally, moment)
  if (matched < min) return moment.isDeadline ? failed('timeout') : undefined
  if (!needsQuiet(plan) || moment.isQuiet) return met
  if (!moment.isDeadline) return undefined
  return moment.openTransactions > 0 ? failed('unsettled') : met
}

function decideAtBarrier({ count }: Plan, { matched, barrier }: Tally, moment: Moment): Outcome | undefined {
  if (barrier !== undefined && moment.isBarrierSettled)
    return matched.length < count.min ? failed('tooFew') : met
  if (!moment.isDeadline) return undefined
  return failed(barrier === undefined ? 'barrier' : 'unsettled')
}
