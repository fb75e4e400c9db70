// Reads criteria into groups of tests, one group per field. All that users can get wrong in them is told here.

import { criteriaFields, criterionFieldNames, isCriterionField } from '../fields/criteria-registry.js'
import { type FieldOfCriteria, type Item, textsOf } from '../fields/criterion-field.js'
import { badMember, memberPath, membersOf, refuseMember, show } from './bad-criteria.js'
import { operatorNames, readTests, type Test } from './read-operators.js'

/** All that is asked of one field; its item tests must hold for one and the same item. */
export interface Group {
  readonly field: FieldOfCriteria
  /** the header field asked for; `''` for other fields */
  readonly name: string
  readonly tests: readonly Test[]
}

/**
 * @param value what came from outside
 * @param at the path of the criteria, for errors: `expectations[1].match`
 * @throws MailholdError `badInput` naming the wrong member
 */
export const readCriteria = (value: unknown, at: string): readonly Group[] =>
  membersOf(value, at, 'an object of criteria, such as {"subject": "Welcome"}').map(([name, member]) =>
    isCriterionField(name)
      ? readField(criteriaFields[name], member, memberPath(at, name))
      : refuseMember(at, name, criterionFieldNames),
  )

function readField(field: FieldOfCriteria, value: unknown, at: string): Group {
  if (field.name === 'header') return readHeader(field, value, at)
  const place = { field: field.name, at, path: field.name }
  const { members } = field
  if (!members || typeof value === 'string') {
    return { field, name: '', tests: readTests(value, field.aspect, place) }
  }
  const entries = membersOf(value, at, 'a text or an object')
  const own = entries.filter(([name]) => Object.hasOwn(members, name))
  const rest = entries.filter(([name]) => !Object.hasOwn(members, name))
  const known = [...Object.keys(members), ...operatorNames]
  const unknown = rest.find(([name]) => !known.includes(name))
  if (unknown) refuseMember(at, unknown[0], known)
  const ofMembers = own.flatMap(([name, member]) => {
    const aspect = members[name]
    const inside = { field: field.name, at: memberPath(at, name), path: `${field.name}.${name}` }
    return aspect ? readTests(member, aspect, inside).map(onSameItem) : []
  })
  const ofField =
    rest.length > 0 || own.length === 0 ? readTests(Object.fromEntries(rest), field.aspect, place) : []
  return { field, name: '', tests: [...ofField, ...ofMembers] }
}

/** What members deny is denied of the item that the other members found: a link that goes there and is not called so. */
function onSameItem(test: Test): Test {
  if (test.scope !== 'exists') return { ...test, scope: 'item' }
  const { of } = test.aspect
  const holds = (item: Item): boolean =>
    textsOf(item, of).some((text) => text !== '') === test.criterion.expected
  return { ...test, scope: 'item', holds }
}

function readHeader(field: FieldOfCriteria, value: unknown, at: string): Group {
  const entries = membersOf(
    value,
    at,
    'an object with the name of the header field, such as {"name": "X-Mailer"}, or header.name=X-Mailer in a query string',
  )
  const name = entries.find(([member]) => member === 'name')?.[1]
  if (name === undefined) refuseNameless(entries, at)
  if (typeof name !== 'string' || !isHeaderName(name)) {
    throw badMember(memberPath(at, 'name'), `must be the name of a header field, got ${show(name)}`)
  }
  const operators = Object.fromEntries(entries.filter(([member]) => member !== 'name'))
  const asked = Object.keys(operators).length === 0 ? { exists: true } : operators
  return {
    field,
    name,
    tests: readTests(asked, field.aspect, { field: 'header', at, path: `header.${name}` }),
  }
}

// RFC 5322 §3.6.8
const isHeaderName = (text: string): boolean => /^[!-9;-~]{1,200}$/.test(text)

/** `header.X-Mailer=PHP`: the name where an operator should stand. */
function refuseNameless(entries: readonly (readonly [string, unknown])[], at: string): never {
  const taken = entries.find(([member]) => !operatorNames.includes(member) && isHeaderName(member))
  if (!taken) {
    throw badMember(
      memberPath(at, 'name'),
      'is missing: which header field? {"name": "X-Mailer"}, or header.name=X-Mailer in a query string',
    )
  }
  const [name, value] = taken
  const wanted = typeof value === 'string' && value.length <= 60 ? value : '…'
  throw badMember(
    memberPath(at, name.slice(0, 80)),
    `the name of a header field stands in "name": {"name": ${show(name)}, "contains": ${show(wanted)}}, or header.name=${name.slice(0, 80)}&header.contains=${wanted} in a query string`,
  )
}
