// Holds the rules, counts the occasions, and says what fires. Everything happens within one call, so nothing can come between.

import { randomBytes } from 'node:crypto'
import { MailholdError } from '../../model/errors.js'
import type { Fault, NewFault } from '../../model/fault.js'
import type { InboxName } from '../../model/ids.js'
import { randomWord } from '../random-word.js'
import { bounceReply } from './bounce-address.js'
import type { FaultEnd, FaultMoment, Faults, Fired, Firing } from './face.js'
import { knownInboxes, matches } from './matches.js'
import { longestDelay, type ReadRule, readRule } from './read-rule.js'

export interface FaultsOptions {
  /** lower case */
  readonly inboxDomains: readonly string[]
  readonly now: () => number
}

const maxRules = 1000

/** How long one reply is held back at most, however many rules ask for it. */
const maxDelay = 60_000

interface Rule extends ReadRule {
  readonly id: string
  readonly written: NewFault
  readonly createdAt: number
  occasions: number
  fired: number
}

const nothing: Fired = { delay: 0, firings: [] }

export function createFaults({ inboxDomains, now }: FaultsOptions): Faults {
  const rules = new Map<string, Rule>()
  const ofInbox = (inbox: string | undefined): Rule[] =>
    [...rules.values()].filter(({ scope }) => inbox === undefined || scope.inbox === inbox.toLowerCase())
  return {
    addFault(written) {
      const read = readRule(written)
      makeRoom(rules)
      const id = randomWord(randomBytes(8))
      const rule: Rule = { id, written, ...read, createdAt: now(), occasions: 0, fired: 0 }
      rules.set(id, rule)
      return factsOf(rule)
    },
    faults: (inbox) => ofInbox(inbox).map(factsOf),
    fault: (id) => {
      const rule = rules.get(id)
      return rule && factsOf(rule)
    },
    removeFault: (id) => rules.delete(id),
    removeFaults(inbox) {
      const going = ofInbox(inbox)
      for (const { id } of going) rules.delete(id)
      return going.length
    },
    firesAt: (stage) => [...rules.values()].some((rule) => rule.written.stage === stage && !isSpent(rule)),
    fire(moment) {
      const fired = rules.size === 0 ? nothing : fire([...rules.values()], moment, inboxDomains)
      return fired.end ? fired : (bounce(fired, moment, inboxDomains) ?? fired)
    },
  }
}

const isSpent = ({ written: { times }, fired }: Rule): boolean => times !== undefined && fired >= times

/** Rules that will never fire again give way to new ones, the oldest first. */
function makeRoom(rules: Map<string, Rule>): void {
  if (rules.size < maxRules) return
  const spent = [...rules.values()].find(isSpent)
  if (!spent)
    throw new MailholdError(
      'tooMany',
      `There are ${maxRules} fault rules; delete some with DELETE /v1/faults.`,
    )
  rules.delete(spent.id)
}

function factsOf({ id, written, scope, createdAt, fired }: Rule): Fault {
  const { where, stage, do: action, times, after = 0 } = written
  return {
    id,
    where: { ...where, ...(scope.inbox && { inbox: scope.inbox }) },
    stage,
    do: action,
    ...(times !== undefined && { times, left: times - fired }),
    after,
    fired,
    createdAt,
  }
}

/** In the order of their making: delays add up, and the first rule that ends the matter is the last to fire. */
function fire(rules: readonly Rule[], moment: FaultMoment, inboxDomains: readonly string[]): Fired {
  let inboxes: readonly InboxName[] | undefined
  const firings: Firing[] = []
  let delay = 0
  for (const rule of rules) {
    if (rule.written.stage !== moment.stage || isSpent(rule)) continue
    inboxes ??= knownInboxes(moment, inboxDomains)
    if (!matches(rule.scope, moment, inboxes) || !isDue(rule)) continue
    rule.fired++
    firings.push({ rule: rule.id, told: told(rule) })
    const { action } = rule
    if (action.is !== 'delay') return { delay, firings, end: { ...action, rule: rule.id } }
    delay = Math.min(maxDelay, delay + action.delay)
  }
  return { delay, firings }
}

/** Counts the occasion. */
function isDue(rule: Rule): boolean {
  rule.occasions++
  return rule.occasions > (rule.written.after ?? 0)
}

function told({ id, action, written, fired }: Rule): string {
  const what = action.is === 'reply' ? `"${action.reply}"` : doing[action.is]
  const held = action.is === 'delay' ? ` for ${written.do.delay ?? longestDelay}` : ''
  const times = written.times === undefined ? `${fired}` : `${fired} of ${written.times}`
  return `fault rule ${id} fired at ${written.stage} (${times}): ${what}${held}`
}

const doing = {
  delay: 'the reply is held back',
  drop: 'the connection is closed without a reply',
  dropAfterKeep: 'the mail is kept, and the connection closed before its 250',
} as const

function bounce(fired: Fired, moment: FaultMoment, inboxDomains: readonly string[]): Fired | undefined {
  const address = moment.stage === 'rcpt' ? moment.recipients?.[0]?.address : undefined
  const reply = address === undefined ? undefined : bounceReply(address, inboxDomains)
  if (reply === undefined) return undefined
  const end: FaultEnd = { is: 'reply', reply }
  return { ...fired, firings: [...fired.firings, { told: `the address asks for "${reply}"` }], end }
}
