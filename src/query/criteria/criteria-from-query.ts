// The query-string form of criteria: operators and members behind dots, `subject.contains=Confirm`.

import { criterionFieldNames } from '../fields/criteria-registry.js'
import { badMember, memberPath, refuseMember, show } from './bad-criteria.js'

/** Parameters that are not text; everything else is. */
const booleans: ReadonlySet<string> = new Set(['exists', 'ignoreCase'])

interface Branch {
  [name: string]: string | number | boolean | Branch
}

const isBranch = (value: Branch[string] | undefined): value is Branch => typeof value === 'object'

/** Whether a parameter belongs to the criteria: `subject`, `subject.not.contains`, `link.href`. */
export const isCriteriaParameter = (name: string): boolean =>
  criterionFieldNames.includes(name.split('.')[0] ?? '')

/**
 * The criteria that parameters spell, in the form that JSON has; `compileCriteria` says whether they are right.
 * A member given bare and with operators (`subject=a&subject.not=b`) is refused.
 * @param under what stands before these names in the query, without its dot: `until`
 * @throws MailholdError `badInput` for a parameter given twice, or of no known field
 */
export function criteriaFromQuery(
  parameters: Iterable<readonly [name: string, value: string]>,
  under = '',
): unknown {
  const root: Branch = emptyBranch()
  for (const [inner, value] of parameters) {
    if (!isCriteriaParameter(inner)) refuseMember(under, inner, criterionFieldNames)
    const steps = inner.split('.')
    const name = memberPath(under, inner)
    if (steps.length > 8) throw badMember(name.slice(0, 80), 'has too many dots')
    const last = steps.pop() ?? ''
    const branch = steps.reduce((at, step) => descend(at, step, name), root)
    if (Object.hasOwn(branch, last)) throw badMember(name, 'is given twice')
    branch[last] = typed(name, inner, value)
  }
  return root
}

/** Without a prototype, so that `__proto__` is a name like any other. */
const emptyBranch = (): Branch => Object.create(null)

function descend(at: Branch, step: string, name: string): Branch {
  const there = Object.hasOwn(at, step) ? at[step] : undefined
  if (there !== undefined && !isBranch(there)) {
    throw badMember(name, `stands beside a bare ${step}; give ${step}.equals or another operator instead`)
  }
  const branch = there ?? emptyBranch()
  at[step] = branch
  return branch
}

function typed(name: string, inner: string, value: string): string | number | boolean {
  if (booleans.has(inner.split('.').at(-1) ?? '')) {
    if (value === 'true' || value === 'false') return value === 'true'
    throw badMember(name, `must be true or false, got ${show(value)}`)
  }
  if (!/^(?:attachment\.)?size(?:\.|$)/.test(inner)) return value
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw badMember(name, `must be a whole number of octets, got ${show(value)}`)
}
