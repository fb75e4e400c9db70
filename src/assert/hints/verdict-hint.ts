// What a hint about a whole verdict is.

import type { Evidence } from '../evidence.js'
import type { Plan } from '../plan.js'

export interface VerdictHint {
  /** names the cause, for programs and tests */
  readonly name: string
  /** a sentence for a person, with the remedy; `undefined` where this is not the cause */
  readonly tell: (plan: Plan, evidence: Evidence) => string | undefined
}

/** Whether a mail is missing: one that matches, or the one that `until` names. */
export const isShort = (plan: Plan, { tally, reason }: Evidence): boolean =>
  tally.matched.length < plan.count.min || reason === 'barrier'

/** What the mail that is missing is called. */
export const missingMail = ({ reason }: Evidence): string =>
  reason === 'barrier' ? 'the mail that "until" names' : 'a matching mail'
