// Regular expressions in criteria become the operators that the server knows, milliseconds become text with a unit.
// Everything else goes over as it is: what is wrong with it, the server says.

import type { Criteria } from './criteria.js'
import { durationText } from './duration.js'
import type { Assertion, Expectation, Looking } from './expectation.js'
import { isRegExp } from './realm.js'
import { whyRefused } from './refused-criteria.js'

/** Times as text with their unit. */
interface PlainTimes {
  readonly timeout?: string
  readonly settle?: string
}

/** An expectation whose criteria have no regular expressions, nor its times numbers. @throws TypeError as `plainCriteria` */
export function plainExpectation(request: Expectation): Omit<Expectation, keyof PlainTimes> & PlainTimes {
  const { match, each, until } = request
  return {
    ...withPlainTimes(request),
    ...(match !== undefined && { match: criteriaOf(match, 'match') }),
    ...(Array.isArray(each) && { each: each.map((one, at) => criteriaOf(one, `each[${at}]`)) }),
    ...(until !== undefined && { until: criteriaOf(until, 'until') }),
  }
}

/** The same for all of its expectations; what is no expectation the server refuses. */
export function plainAssertion(request: Assertion): Assertion {
  const { expectations } = request
  if (!Array.isArray(expectations)) return request
  const isObject = (one: unknown): boolean => typeof one === 'object' && one !== null
  const plain = expectations.map((one: Expectation) => (isObject(one) ? plainExpectation(one) : one))
  return { ...withPlainTimes(request), expectations: plain }
}

function withPlainTimes<Request extends Looking>({ timeout, settle, ...others }: Request) {
  return {
    ...others,
    ...(timeout !== undefined && { timeout: durationText(timeout) }),
    ...(settle !== undefined && { settle: durationText(settle) }),
  }
}

/** What came in as criteria goes out as criteria. */
const criteriaOf = (value: Criteria, at: string): Criteria => plainCriteria(value, at) as Criteria

/**
 * Criteria without regular expressions.
 * @throws TypeError for a flag that the server has no operator for, and for a member that would be lost on the way:
 * undefined, a function, a matcher of expect
 */
export function plainCriteria(value: unknown, at = 'criteria'): unknown {
  const refusal = whyRefused(value)
  if (refusal !== undefined) throw new TypeError(`${at} ${refusal}`)
  if (isRegExp(value)) return operatorsOf(value)
  if (Array.isArray(value)) return value.map((one, index) => plainCriteria(one, `${at}[${index}]`))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => ({ name, member, at: `${at}.${name}` }))
  return Object.fromEntries(
    members.flatMap(({ name, member, at }) =>
      name === 'matches' && isRegExp(member)
        ? Object.entries(operatorsOf(member))
        : [[name, plainCriteria(member, at)]],
    ),
  )
}

function operatorsOf(pattern: RegExp): { matches: string; ignoreCase?: true } {
  const flag = /[^i]/.exec(pattern.flags)?.[0]
  if (flag === undefined)
    return { matches: inRe2(pattern.source), ...(pattern.ignoreCase && { ignoreCase: true }) }
  throw new TypeError(
    `${pattern} has the flag ${flag}; criteria take only i (as ignoreCase). ${remedies[flag] ?? 'Leave it out'}.`,
  )
}

const remedies: Readonly<Record<string, string>> = {
  g: 'Leave it out: a pattern is found anywhere, and once is enough',
  y: 'Leave it out, and begin the pattern with ^ where it must stand at the start',
  u: 'Leave it out: everything is compared as Unicode',
  m: "Give it as a text that begins with (?m): { matches: '(?m)^…' }",
  s: "Give it as a text that begins with (?s): { matches: '(?s)a.b' }",
}

/** RE2 writes `\u00e9` as `\x{00e9}`; the rest of what both know is the same. */
const inRe2 = (source: string): string =>
  source.replace(/\\(?:u([\da-f]{4})|[\s\S])/gi, (escaped, code: string | undefined) =>
    code === undefined ? escaped : `\\x{${code}}`,
  )
