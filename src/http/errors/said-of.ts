// What a value must be, and what was given instead, in the words of a sentence.

import type { TLocalizedValidationError as Finding } from 'typebox/error'
import { memberOf, valueAt } from './at-pointer.js'
import { type Judged, membersAt, schemaAt } from './judged.js'

/** `must be at least 1, got 0` */
export function saidOf(finding: Finding, judged: Judged): string {
  const given = shown(valueAt(judged.input, finding.instancePath), finding)
  return `must ${rule(finding, judged)}${given && `, got ${given}`}`
}

/** The words that the member may be; none where it is not chosen from words. */
export function allowedWords(finding: Finding, { findings }: Judged): readonly string[] {
  if (finding.keyword === 'enum') return finding.params.allowedValues.map(String)
  if (finding.keyword === 'const') return [String(finding.params.allowedValue)]
  if (finding.keyword !== 'anyOf') return []
  return findings.flatMap((one) => (one.keyword === 'const' ? [String(one.params.allowedValue)] : []))
}

function rule(finding: Finding, judged: Judged): string {
  const words = allowedWords(finding, judged)
  if (words.length > 0) return `be ${either(words)}`
  switch (finding.keyword) {
    case 'type':
      return `be ${typesIn([finding])}`
    case 'anyOf':
      return `be ${typesIn(judged.findings)}`
    case 'minimum':
      return `be at least ${finding.params.limit}`
    case 'maximum':
      return `be at most ${finding.params.limit}`
    case 'exclusiveMinimum':
      return `be more than ${finding.params.limit}`
    case 'minLength':
    case 'minItems':
      return 'not be empty'
    case 'maxLength':
      return `have at most ${finding.params.limit} characters`
    case 'maxItems':
      return `have at most ${finding.params.limit} entries`
    case 'minProperties':
      return `have one of ${membersAt(finding, judged).join(', ')}`
    case 'pattern':
      return `be ${memberOf(schemaAt(finding, judged), 'description')}`
    default:
      return finding.message.replace(/^must /, '')
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function typesIn(findings: readonly Finding[]): string {
  const types = findings.flatMap((one) => (one.keyword === 'type' ? one.params.type : []))
  return either([...new Set(types)].map((type) => nouns[type] ?? type))
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** '' where there is nothing to show. */
function shown(given: unknown, { keyword }: Finding): string {
  if (/^min(?:Length|Items|Properties)$/.test(keyword) || given === undefined) return ''
  if (typeof given === 'string')
    return keyword === 'maxLength' ? String(given.length) : JSON.stringify(given.slice(0, 80))
  if (Array.isArray(given)) return keyword === 'maxItems' ? String(given.length) : 'a list'
  return typeof given === 'object' && given !== null ? 'an object' : String(given)
}
