// Values that would be lost on the way to the server, which then would find any mail right.

import { isRegExp } from './realm.js'

/** Why a value cannot be a criterion, and what to write; `undefined` where it may be one. */
export function whyRefused(value: unknown): string | undefined {
  if (value === undefined) return 'is undefined: give it a value or leave it out'
  if (typeof value === 'function')
    return 'is a function, which the server cannot call: write a text, a regular expression or an operator such as contains'
  if (!isMatcher(value)) return undefined
  const name = String(value)
  return `is ${name} of expect, but the server judges: write ${instead(name, value.sample)}`
}

interface MatcherOfExpect {
  readonly asymmetricMatch: unknown
  readonly sample?: unknown
}

const isMatcher = (value: unknown): value is MatcherOfExpect =>
  typeof value === 'object' &&
  value !== null &&
  'asymmetricMatch' in value &&
  typeof value.asymmetricMatch === 'function'

/** By the names that Jest, Vitest and Playwright give to `expect.stringContaining` and the like. */
function instead(name: string, sample: unknown): string {
  const shown = isRegExp(sample) ? String(sample) : JSON.stringify(sample)
  if (name === 'StringContaining') return `{ contains: ${shown} }`
  if (name === 'StringNotContaining') return `{ not: { contains: ${shown} } }`
  if (name === 'StringMatching') return shown
  if (name === 'StringNotMatching') return `{ not: ${shown} }`
  if (name === 'ObjectContaining') return 'its members alone: what is not named may be anything'
  if (name === 'Anything' || name === 'Any') return '{ exists: true }'
  return 'an operator such as { contains: "x" }'
}
