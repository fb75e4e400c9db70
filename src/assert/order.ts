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
  /** that expectation's name */
  readonly beforeName: string | undefined
  readonly message: MessageSummary
  /** every mail that matches any of the expectations, in the order in which they came */
  readonly order: readonly Taken[]
}

/** A mail, and what it is for. */
export interface Taken {
  readonly message: MessageSummary
  /** the expectations that it matches, from 0, ascending */
  readonly takers: readonly number[]
}

export interface Dealt {
  /** per expectation, its mails, oldest first; also those that came too early */
  readonly matched: readonly (readonly MessageSummary[])[]
  /** the first that came too early */
  readonly wrong: OutOfOrder | undefined
}

/**
 * Walks over all matching mails from oldest to newest. A mail goes to the first expectation that still needs one, if it is for
 * that; else it is one more for an expectation that has what it needs already. A mail only for expectations whose turn has not
 * come is out of order, and goes to the first of those. What may be absent never holds up those behind it.
 */
export function deal(plans: readonly Plan[], tallies: readonly Tally[]): Dealt {
  const matched: MessageSummary[][] = plans.map(() => [])
  const order = inOrder(tallies)
  let turn = 0
  let wrong: OutOfOrder | undefined
  for (const { message, takers } of order) {
    while (turn < plans.length && isMet(plans[turn], matched[turn])) turn += 1
    const inTurn = takers.findLast((one) => one <= turn)
    const taker = inTurn ?? takers[0] ?? 0
    if (inTurn === undefined) {
      wrong ??= { expectation: taker, before: turn, beforeName: plans[turn]?.name, message, order }
    }
    matched[taker]?.push(message)
  }
  return { matched, wrong }
}

const isMet = (plan: Plan | undefined, matched: readonly MessageSummary[] | undefined): boolean =>
  plan !== undefined && (matched?.length ?? 0) >= plan.count.min

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

/** What is known of one expectation so far. */
export interface Seen {
  readonly tally: Tally
  /** `undefined` while mail that was there before is still being read: until then nothing is decided */
  readonly moment: Moment | undefined
}

/**
 * The verdict on all expectations together, or `undefined` while it is not known; the first failure decides it.
 * @param seen one per expectation
 */
export function decideAll({ plans, order }: AssertPlan, seen: readonly Seen[]): AssertOutcome | undefined {
  if (!seen.every(({ moment }) => moment)) return undefined
  const dealt = order === 'strict' ? deal(plans, seen.map(tallyOf)) : undefined
  const counted = dealt ? seen.map((one, at) => withMatched(one, dealt.matched[at])) : seen
  const decided = plans.map((plan, at): Outcome | undefined => {
    if (dealt?.wrong?.expectation === at) return { pass: false, reason: 'order' }
    const one = counted[at]
    return one?.moment && decide(plan, one.tally, one.moment)
  })
  const hasFailed = decided.some((outcome) => outcome?.pass === false)
  if (!hasFailed && decided.includes(undefined)) return undefined
  const outcomes = decided.map((outcome): Outcome => outcome ?? { pass: false, reason: 'stopped' })
  return { pass: !hasFailed, outcomes, tallies: counted.map(tallyOf), wrong: dealt?.wrong }
}

const tallyOf = ({ tally }: Seen): Tally => tally

const withMatched = ({ tally, moment }: Seen, matched: readonly MessageSummary[] = []): Seen => ({
  tally: { ...tally, matched, countedElsewhere: tally.matched.length - matched.length },
  moment,
})
