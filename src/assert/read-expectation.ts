// Reads the bodies of /v1/wait and /v1/assert into plans. Unknown members are errors with the nearest name.

import { askedInbox } from '../model/asked-inbox.js'
import type { InboxName } from '../model/ids.js'
import { badMember, memberPath, membersOf, refuseMember, show } from '../query/criteria/bad-criteria.js'
import { type Compiled, compileCriteria } from '../query/criteria/compile-criteria.js'
import { refuseManyPatterns } from '../query/criteria/pattern.js'
import { inWords, type Longest, readDuration } from './duration.js'
import { type Door, refuseMisplaced } from './misplaced.js'
import type { AssertPlan, Count, Plan, Scope } from './plan.js'

const longestTimeout: Longest = {
  most: 55_000,
  rule: 'one call holds at most',
  remedy: 'ask again with after set to the lookedFrom of the answer',
}
const longestSettle: Longest = { most: 30_000, rule: 'is at most' }
const longestWaited: Longest = { most: 24 * 3_600_000, rule: 'is at most' }
const maxExpectations = 100
const maxEach = 20
const maxCount = 100_000

const lookingNames = ['inbox', 'after', 'timeout', 'settle', 'waited'] as const
const expectationNames = ['name', 'match', 'count', 'each', 'until', 'return', ...lookingNames] as const
const assertNames = ['expectations', 'order', ...lookingNames] as const

const defaultScope: Scope = {
  inbox: undefined,
  after: undefined,
  timeout: 10_000,
  settle: 500,
  isSettleAsked: false,
  waited: 0,
}

/** What stands around what is read. */
interface Around {
  readonly scope: Scope
  readonly inboxDomains: readonly string[]
}

/**
 * The plan of a wait.
 * @param inboxDomains lower case, to tell which inbox was meant where an address or a domain is given
 * @throws MailholdError `badInput` with the path of the wrong member
 */
export function readWait(value: unknown, inboxDomains: readonly string[] = []): Plan {
  refuseManyPatterns(value)
  return readExpectation(value, '', { scope: defaultScope, inboxDomains })
}

/** The plans of an assertion; each takes over where and how long to look unless it says so itself. */
export function readAssertion(value: unknown, inboxDomains: readonly string[] = []): AssertPlan {
  refuseManyPatterns(value)
  const members = readMembers(value, '', { known: assertNames, door: 'assertion' })
  const scope = readScope(members, '', { scope: defaultScope, inboxDomains })
  const list = members.get('expectations')
  if (!Array.isArray(list) || list.length === 0 || list.length > maxExpectations) {
    throw badMember('expectations', `must be a list of 1 to ${maxExpectations} expectations`)
  }
  const order = members.get('order')
  if (order !== undefined && order !== 'strict') {
    throw badMember('order', `must be "strict" or left out, got ${show(order)}`, { suggestion: 'strict' })
  }
  const plans = list.map((one, index) =>
    readExpectation(one, `expectations[${index}]`, { scope, inboxDomains }),
  )
  return { scope, plans, order: order ?? 'any' }
}

function readExpectation(value: unknown, at: string, around: Around): Plan {
  const door = at === '' ? 'wait' : 'expectation'
  const members = readMembers(value, at, { known: expectationNames, door })
  const inside = (name: string): string => memberPath(at, name)
  const match = members.get('match')
  if (match === undefined) throw badMember(inside('match'), 'is missing; {} is fulfilled by every mail')
  const compiled = compileCriteria(match, inside('match'))
  const until = members.get('until')
  const scope = readScope(members, at, around)
  if (until === undefined) refuseLongSettle(scope, members.has('settle') ? inside('settle') : 'settle')
  return {
    name: optionalText(members.get('name'), inside('name')),
    scope,
    written: value,
    match: compiled,
    each: readEach(members.get('each'), inside('each')),
    until: until === undefined ? undefined : compileCriteria(until, inside('until')),
    count: readCount(members.get('count'), inside('count')),
    returns: readReturn(members.get('return'), inside('return')),
  }
}

type Members = ReadonlyMap<string, unknown>

interface Known {
  readonly known: readonly string[]
  /** where others may have been meant to go */
  readonly door?: Door
  /** what should stand there */
  readonly form?: string
}

function readMembers(value: unknown, at: string, { known, door, form }: Known): Members {
  const entries = membersOf(value, at, form ?? `an object with ${known.slice(0, 3).join(', ')}, …`)
  const unknown = entries.find(([name]) => !known.includes(name))
  if (!unknown) return new Map(entries)
  if (door) refuseMisplaced(at, unknown[0], door)
  refuseMember(at, unknown[0], known)
}

function readScope(members: Members, at: string, { scope: around, inboxDomains }: Around): Scope {
  const inside = (name: string): string => memberPath(at, name)
  const timeout = members.get('timeout')
  const settle = members.get('settle')
  const waited = members.get('waited')
  return {
    inbox: readInbox(members.get('inbox'), inside('inbox'), inboxDomains) ?? around.inbox,
    after: optionalText(members.get('after'), inside('after')) ?? around.after,
    timeout:
      timeout === undefined ? around.timeout : readDuration(timeout, inside('timeout'), longestTimeout),
    settle: settle === undefined ? around.settle : readDuration(settle, inside('settle'), longestSettle),
    isSettleAsked: settle !== undefined || around.isSettleAsked,
    waited: waited === undefined ? around.waited : readDuration(waited, inside('waited'), longestWaited),
  }
}

/** A time that is over before it could have been quiet for so long would pass as quiet. `0s` looks once and waits for nothing. */
function refuseLongSettle({ timeout, settle, isSettleAsked }: Scope, path: string): void {
  if (!isSettleAsked || timeout === 0 || settle <= timeout) return
  throw badMember(
    path,
    `${inWords(settle)} of quiet do not fit into a timeout of ${inWords(timeout)}; give a longer timeout or a shorter settle`,
  )
}

function readInbox(value: unknown, path: string, inboxDomains: readonly string[]): InboxName | undefined {
  const text = optionalText(value, path)
  return text === undefined ? undefined : askedInbox(text, path, inboxDomains)
}

function optionalText(value: unknown, path: string): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && value !== '' && value.length <= 200) return value
  throw badMember(path, `must be a text of 1 to 200 characters, got ${show(value)}`)
}

function readEach(value: unknown, path: string): readonly Compiled[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > maxEach) {
    throw badMember(path, `must be a list of at most ${maxEach} criteria, got ${show(value)}`)
  }
  return value.map((criteria, index) => compileCriteria(criteria, `${path}[${index}]`))
}

function readReturn(value: unknown, path: string): 'full' | 'summary' {
  if (value === undefined || value === 'full' || value === 'summary') return value ?? 'full'
  throw badMember(path, `must be "full" or "summary", got ${show(value)}`)
}

function readCount(value: unknown, path: string): Count {
  if (value === undefined) return { min: 1 }
  if (typeof value === 'number') return { min: asCount(value, path), max: value }
  const form = 'a whole number, or an object with min, max or both'
  const members = readMembers(value, path, { known: ['min', 'max'], form })
  if (members.size === 0) throw badMember(path, `must be ${form}`)
  const min = members.has('min') ? asCount(members.get('min'), memberPath(path, 'min')) : 0
  if (!members.has('max')) return { min }
  const max = asCount(members.get('max'), memberPath(path, 'max'))
  if (max < min) throw badMember(path, `max ${max} is less than min ${min}`)
  return { min, max }
}

function asCount(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxCount) return value
  throw badMember(path, `must be a whole number from 0 to ${maxCount}, got ${show(value)}`)
}
