// One rule while it lives: how often its occasion came, and how often it fired.

import type { Fault, NewFault } from '../../model/fault.js'
import { longestDelay, type ReadRule } from './read-rule.js'

export interface Rule extends ReadRule {
  readonly id: string
  readonly written: NewFault
  /** milliseconds since 1970 */
  readonly createdAt: number
  occasions: number
  fired: number
}

/** Whether it will never fire again. */
export const isSpent = ({ written: { times }, fired }: Rule): boolean => times !== undefined && fired >= times

/**
 * Counts an occasion, and the firing where the rule fires.
 * @param random gives 0 to less than 1
 */
export function takeOccasion(rule: Rule, random: () => number): boolean {
  const { after = 0, chance = 100 } = rule.written
  rule.occasions++
  if (rule.occasions <= after || random() * 100 >= chance) return false
  rule.fired++
  return true
}

export function factsOf({ id, written, scope, createdAt, fired }: Rule): Fault {
  const { where, stage, do: action, times, after = 0, chance } = written
  return {
    id,
    where: { ...where, ...(scope.inbox && { inbox: scope.inbox }) },
    stage,
    do: action,
    ...(times !== undefined && { times, left: times - fired }),
    after,
    ...(chance !== undefined && { chance }),
    fired,
    createdAt,
  }
}

/** What it does, in plain words: `the reply is held back for 2s`. */
export function deedOf({ action, written }: Rule): string {
  switch (action.is) {
    case 'reply':
      return `"${action.reply}"`
    case 'delay':
      return `the reply is held back for ${written.do.delay ?? longestDelay}`
    case 'drop':
      return 'the connection is closed without a reply'
    case 'dropAfterKeep':
      return 'the mail is kept, and the connection closed before its 250'
  }
}

/** A line for the transcript about the latest firing. */
export function tellOf(rule: Rule): string {
  const { id, written, fired } = rule
  const times = written.times === undefined ? `${fired}` : `${fired} of ${written.times}`
  return `fault rule ${id} fired at ${written.stage} (${times}): ${deedOf(rule)}`
}
