// Members that are known, but stand in the wrong place or came by the wrong door.

import { badMember, memberPath } from '../query/criteria/bad-criteria.js'
import { isCriterionField } from '../query/fields/criteria-registry.js'

/** `wait`: an expectation that stands alone; `query`: the same as query parameters. */
export type Door = 'wait' | 'expectation' | 'assertion' | 'query'

/** What is said of a name, where the place to which it belongs is known. */
type Rule = (name: string) => string | undefined

const criteria: Rule = (name) =>
  isCriterionField(name) ? `criteria stand in "match", as in {"match": {"${name}": …}}` : undefined

const criteriaOfList: Rule = (name) =>
  isCriterionField(name)
    ? `criteria stand in "match" of an expectation, as in {"expectations": [{"match": {"${name}": …}}]}`
    : undefined

const ofOne: ReadonlySet<string> = new Set(['match', 'count', 'each', 'until', 'name', 'return'])

const memberOfOne: Rule = (name) =>
  ofOne.has(name)
    ? `this is a member of an expectation, as in {"expectations": [{"${name}": …}]}; POST /v1/wait takes one alone`
    : undefined

const list: Rule = (name) =>
  name === 'expectations' || name === 'order'
    ? 'several expectations are taken by POST /v1/assert; this takes one'
    : undefined

const bodyOnly: Rule = (name) => {
  const first = name.split('.')[0]
  if (first === 'match') return 'criteria stand by themselves in a query string: subject.contains=Confirm'
  return first === 'each' ? 'this has no form in a query string; POST /v1/wait takes it' : undefined
}

const rules: Readonly<Record<Door, readonly Rule[]>> = {
  wait: [criteria, list],
  expectation: [criteria],
  assertion: [criteriaOfList, memberOfOne],
  query: [list, bodyOnly],
}

/** @throws MailholdError `badInput` for a name that belongs elsewhere, saying where; other names are left alone */
export function refuseMisplaced(at: string, name: string, door: Door): void {
  for (const rule of rules[door]) {
    const sentence = rule(name)
    if (sentence !== undefined) throw badMember(memberPath(at, name.slice(0, 80)), sentence)
  }
}
