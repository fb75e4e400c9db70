// What a hint about a whole verdict is.

import type { Evidence } from '../evidence.js'
import type { Plan } from '../plan.js'

export interface VerdictHint {
  /** names the cause, for programs and tests */
  readonly name: string
  /** a sentence for a person, with the remedy; `undefined` where this is not the cause */
  readonly tell: (plan: Plan, evidence: Evidence) => string | undefined
}

/** Whether a mail more would have met the expectation. */
export const isShort = (plan: Plan, { tally }: Evidence): boolean => tally.matched.length < plan.count.min
