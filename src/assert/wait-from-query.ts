// The query-string form of a wait, GET /v1/wait: `inbox=w1&subject.contains=Confirm&timeout=5s&print=code`.

import { badMember, refuseMember, show } from '../query/criteria/bad-criteria.js'
import { compileCriteria } from '../query/criteria/compile-criteria.js'
import { criteriaFromQuery, isCriteriaParameter } from '../query/criteria/criteria-from-query.js'
import { criterionFieldNames } from '../query/fields/criteria-registry.js'
import { refuseMisplaced } from './misplaced.js'
import type { Plan } from './plan.js'
import { readWait } from './read-expectation.js'

export interface WaitQuery {
  readonly plan: Plan
  /** search text that a mail must also be found by */
  readonly q: string | undefined
  /** which value of the newest match alone is answered: `id`, `code`, `link:Confirm`, … */
  readonly print: string | undefined
}

const plain = ['name', 'inbox', 'after', 'timeout', 'settle', 'waited', 'return'] as const
const counts = ['count', 'count.min', 'count.max'] as const
const own = ['q', 'print'] as const
const known: readonly string[] = [...plain, ...counts, ...own, 'until', ...criterionFieldNames]

/**
 * `inbox` is where to look, as in the body of POST; `until.subject=…` is the barrier. `each` has no form here.
 * @param inboxDomains lower case
 * @throws MailholdError `badInput` naming the wrong parameter
 */
export function waitFromQuery(
  parameters: Iterable<readonly [name: string, value: string]>,
  inboxDomains: readonly string[] = [],
): WaitQuery {
  const given = new Map<string, string>()
  const criteria: (readonly [string, string])[] = []
  const until: (readonly [string, string])[] = []
  for (const [name, value] of parameters) {
    if (isOwn(name)) setOnce(given, name, value)
    else if (name.startsWith('until.')) until.push([name.slice('until.'.length), value])
    else if (isCriteriaParameter(name)) criteria.push([name, value])
    else refuse(name)
  }
  const match = criteriaFromQuery(criteria)
  // read by itself first, so that errors name the parameter and not a member of a body
  compileCriteria(match, '')
  const written = {
    ...Object.fromEntries(plain.map((name) => [name, given.get(name)])),
    match,
    until: until.length === 0 ? undefined : criteriaFromQuery(until, 'until'),
    count: countOf(given),
  }
  const plan = readWait(written, inboxDomains)
  return { plan, q: given.get('q'), print: given.get('print') }
}

function refuse(name: string): never {
  refuseMisplaced('', name, 'query')
  refuseMember('', name, known)
}

const isOwn = (name: string): boolean => [...plain, ...counts, ...own].some((one) => one === name)

function setOnce(given: Map<string, string>, name: string, value: string): void {
  if (given.has(name)) throw badMember(name, 'is given twice')
  given.set(name, value)
}

function countOf(given: ReadonlyMap<string, string>): number | object | undefined {
  const number = (name: string): number | undefined => {
    const text = given.get(name)
    if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text)
    throw badMember(name, `must be a whole number, got ${show(text)}`)
  }
  const [exact, min, max] = [number('count'), number('count.min'), number('count.max')]
  if (exact === undefined) return min === undefined && max === undefined ? undefined : { min, max }
  if (min === undefined && max === undefined) return exact
  throw badMember('count', 'stands beside count.min or count.max; give one or the other')
}
