// order: strict. Mails are dealt out to the expectations in the order in which they were committed.

import type { MessageSummary } from '../model/message.js'
import { decide, type Moment, type Outcome } from './decide.js'
import type { AssertPlan, Plan } from './plan.js'
import type { Tally } from './tally.js'

/** A mail that came before the expectations ahead of its own were met. */
export interface OutOfOrder {
  /** the place of its expectation in the list, from 0 */
  readonly expectation: number
  /** the expectation that should have been met first */
  readonly before: number
  readonly message: MessageSummary
}

export interface Dealt {
  /** per expectation, its mails, oldest first */
  readonly matched: readonly (readonly MessageSummary[])[]
  readonly wrong: OutOfOrder | undefined
}

/**
 * Walks over all matching mails from oldest to newest with a finger on one expectation. A mail goes to the expectation under
 * the finger, or moves the finger on when that one has what it needs; a mail only for a later one while something before it
 * is missing is out of order; a mail only for an earlier one counts there.
 */
export function deal(plans: readonly Plan[], tallies: readonly Tally[]): Dealt {
  const matched: MessageSummary[][] = plans.map(() => [])
  let finger = 0
  for (const { message, takers } of inOrder(tallies)) {
    const next = nextFor(takers, finger, (at) => isMet(plans[at], matched[at]))
    if (next.missing !== undefined) {
      return { matched, wrong: { expectation: next.expectation, before: next.missing, message } }
    }
    matched[next.expectation]?.push(message)
    finger = Math.max(finger, next.expectation)
  }
  return { matched, wrong: undefined }
}

interface Next {
  readonly expectation: number
  /** an expectation before it that still needs a mail */
  readonly missing: number | undefined
}

function nextFor(takers: readonly number[], finger: number, met: (at: number) => boolean): Next {
  const here = takers.includes(finger)
  const later = takers.find((taker) => taker > finger)
  if (here && (!met(finger) || later === undefined || !isOpen(finger, later, met))) {
    return { expectation: finger, missing: undefined }
  }
  if (later === undefined) return { expectation: takers.at(-1) ?? finger, missing: undefined }
  for (let at = finger; at < later; at += 1) if (!met(at)) return { expectation: later, missing: at }
  return { expectation: later, missing: undefined }
}

/** Whether everything from `from` to before `to` has what it needs. */
function isOpen(from: number, to: number, met: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (!met(at)) return false
  return true
}

const isMet = (plan: Plan | undefined, matched: readonly MessageSummary[] | undefined): boolean =>
  plan !== undefined && (matched?.length ?? 0) >= plan.count.min

interface Taken {
  readonly message: MessageSummary
  /** the expectations that it matches, ascending */
  readonly takers: readonly number[]
}

function inOrder(tallies: readonly Tally[]): readonly Taken[] {
  const bySeq = new Map<number, { message: MessageSummary; takers: number[] }>()
  tallies.forEach(({ matched }, at) => {
    for (const message of matched) {
      const known = bySeq.get(message.seq)
      if (known) known.takers.push(at)
      else bySeq.set(message.seq, { message, takers: [at] })
    }
  })
  return [...bySeq.values()].sort((left, right) => left.message.seq - right.message.seq)
}

export interface AssertOutcome {
  readonly pass: boolean
  /** one per expectation */
  readonly outcomes: readonly Outcome[]
  /** what counts for each expectation: in strict order a mail counts once */
  readonly tallies: readonly Tally[]
  readonly wrong: OutOfOrder | undefined
}

/** The verdict on all expectations together, or `undefined` while it is not known; the first failure decides it. */
export function decideAll(
  { plans, order }: AssertPlan,
  seen: readonly Tally[],
  moments: readonly Moment[],
): AssertOutcome | undefined {
  const dealt = order === 'strict' ? deal(plans, seen) : undefined
  const tallies = seen.map((tally, at) => ({ ...tally, matched: dealt?.matched[at] ?? tally.matched }))
  const decided = plans.map((plan, at): Outcome | undefined => {
    const [tally, moment] = [tallies[at], moments[at]]
    if (dealt?.wrong?.expectation === at) return { pass: false, reason: 'order' }
    return tally && moment ? decide(plan, tally, moment) : undefined
  })
  const hasFailed = decided.some((outcome) => outcome?.pass === false)
  if (!hasFailed && decided.includes(undefined)) return undefined
  const outcomes = decided.map((outcome): Outcome => outcome ?? { pass: false, reason: 'stopped' })
  return { pass: !hasFailed, outcomes, tallies, wrong: dealt?.wrong }
}
