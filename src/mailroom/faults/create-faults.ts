// Holds the rules and says what fires. Everything happens within one call, so nothing can come between.

import { randomBytes } from 'node:crypto'
import { MailholdError } from '../../model/errors.js'
import type { InboxName } from '../../model/ids.js'
import { randomWord } from '../random-word.js'
import { bounceReply } from './bounce-address.js'
import type { FaultMoment, Faults, Fired, Firing } from './face.js'
import { knownInboxes, matches } from './matches.js'
import { readRule } from './read-rule.js'
import { deedOf, factsOf, isSpent, type Rule, takeOccasion, tellOf } from './rule.js'

export interface FaultsOptions {
  /** lower case */
  readonly inboxDomains: readonly string[]
  readonly now: () => number
  /** 0 to less than 1, for rules that fire by chance */
  readonly random?: () => number
}

export interface FaultBook extends Faults {
  /** What rules did without a refusal since then (milliseconds since 1970): delays, and connections that were closed. */
  firedSince(since: number): readonly Deed[]
}

/** Something that a rule did. */
export interface Deed {
  /** milliseconds since 1970 */
  readonly at: number
  readonly rule: string
  /** in plain words */
  readonly did: string
  /** as far as they were known; a few of many */
  readonly recipients: readonly string[]
}

const maxRules = 1000
const maxHistory = 1000
const rememberedRecipients = 10

/** How long one reply is held back at most, however many rules ask for it. */
const maxDelay = 60_000

export function createFaults({ inboxDomains, now, random = Math.random }: FaultsOptions): FaultBook {
  const rules = new Map<string, Rule>()
  const history: Deed[] = []
  const ofInbox = (inbox: string | undefined): Rule[] =>
    [...rules.values()].filter(({ scope }) => inbox === undefined || scope.inbox === inbox.toLowerCase())
  const remember = (rule: Rule, { recipients = [] }: FaultMoment): void => {
    if (rule.action.is === 'reply') return
    const addresses = recipients.slice(0, rememberedRecipients).map(({ address }) => address)
    const deed = { at: now(), rule: rule.id, did: deedOf(rule), recipients: addresses }
    if (history.push(deed) > maxHistory) history.shift()
  }
  return {
    addFault(written) {
      const read = readRule(written, inboxDomains)
      makeRoom(rules)
      const id = randomWord(randomBytes(8))
      const rule: Rule = { id, written, ...read, createdAt: now(), occasions: 0, fired: 0 }
      rules.set(id, rule)
      return factsOf(rule)
    },
    faults: (inbox) => ofInbox(inbox).map(factsOf),
    fault(id) {
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
      const due = rules.size === 0 ? [] : dueRules(rules.values(), moment, { inboxDomains, random })
      for (const rule of due) remember(rule, moment)
      const fired = outcomeOf(due)
      return fired.end ? fired : (bounce(fired, moment, inboxDomains) ?? fired)
    },
    firedSince: (since) => history.filter(({ at }) => at >= since),
  }
}

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

/** The rules that fire, in the order of their making, up to the first that ends the matter; those behind it had no occasion. */
function dueRules(
  rules: Iterable<Rule>,
  moment: FaultMoment,
  { inboxDomains, random }: Required<Pick<FaultsOptions, 'inboxDomains' | 'random'>>,
): Rule[] {
  let inboxes: readonly InboxName[] | undefined
  const due: Rule[] = []
  for (const rule of rules) {
    if (rule.written.stage !== moment.stage || isSpent(rule)) continue
    inboxes ??= knownInboxes(moment, inboxDomains)
    if (!matches(rule.scope, moment, inboxes) || !takeOccasion(rule, random)) continue
    due.push(rule)
    if (rule.action.is !== 'delay') return due
  }
  return due
}

function outcomeOf(due: readonly Rule[]): Fired {
  const firings: Firing[] = due.map((rule) => ({ rule: rule.id, told: tellOf(rule) }))
  let delay = 0
  for (const { action, id } of due) {
    if (action.is !== 'delay') return { delay, firings, end: { ...action, rule: id } }
    delay = Math.min(maxDelay, delay + action.delay)
  }
  return { delay, firings }
}

function bounce(fired: Fired, moment: FaultMoment, inboxDomains: readonly string[]): Fired | undefined {
  const address = moment.stage === 'rcpt' ? moment.recipients?.[0]?.address : undefined
  const reply = address === undefined ? undefined : bounceReply(address, inboxDomains)
  if (reply === undefined) return undefined
  const told = { told: `the address asks for "${reply}"` }
  return { ...fired, firings: [...fired.firings, told], end: { is: 'reply', reply } }
}
