// Says in a sentence which member of the input is wrong, why, and what was probably meant.

import type { TSchema } from 'typebox'
import type { TLocalizedValidationError as Finding } from 'typebox/error'
import type { MailholdError } from '../../model/errors.js'
import { nearestName } from '../../model/nearest.js'
import { badInput } from './problem.js'

/** Where the input came from, for the sentence. */
export type InputPlace = 'body' | 'querystring' | 'params' | 'headers'

/** @param findings what the schema finds wrong with the input; at least one */
export function wrongMember(findings: readonly Finding[], schema: TSchema, place: InputPlace): MailholdError {
  const finding = findings.find(({ keyword }) => keyword === 'additionalProperties') ?? mostTelling(findings)
  if (!finding) return badInput('', `The ${noun[place]} is not understood.`)
  const path = memberPath(finding.instancePath)
  if (finding.keyword === 'additionalProperties') return unknownMember(finding, schema, place)
  if (finding.keyword === 'required') return missingMember(finding, path)
  return badInput(path, `${sayWhere(path, place)} ${sayWhy(finding, findings)}`)
}

const noun = { body: 'body', querystring: 'query string', params: 'path', headers: 'header' }

// A union reports each of its branches and then itself; the union is what a person should hear of.
const mostTelling = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ keyword }) => keyword === 'anyOf' || keyword === 'enum') ?? findings[0]

function unknownMember(finding: Finding, schema: TSchema, place: InputPlace): MailholdError {
  const params = finding.params
  const extra = 'additionalProperties' in params ? params.additionalProperties[0] : undefined
  const name = String(extra ?? '')
  const known = membersAt(schema, finding.instancePath)
  const meant = nearestName(name, known)
  const path = joinPath(memberPath(finding.instancePath), name)
  const remedy = meant
    ? `did you mean "${meant}"?`
    : known.length > 0
      ? `known are: ${known.join(', ')}`
      : 'none is taken here'
  const kind = place === 'querystring' ? 'query parameter' : 'member'
  return badInput(path.slice(0, 200), `Unknown ${kind} "${path.slice(0, 200)}"; ${remedy}`, meant)
}

function missingMember(finding: Finding, at: string): MailholdError {
  const params = finding.params
  const missing = 'requiredProperties' in params ? params.requiredProperties[0] : undefined
  const path = joinPath(at, String(missing ?? ''))
  return badInput(path, `"${path}" is missing.`)
}

const sayWhere = (path: string, place: InputPlace): string => (path ? `"${path}"` : `The ${noun[place]}`)

function sayWhy(finding: Finding, findings: readonly Finding[]): string {
  // every such member of a request may be left out
  if (finding.keyword === 'const')
    return `must be ${JSON.stringify(finding.params.allowedValue)}, or left out.`
  const words = allowedWords(finding, findings)
  return words.length > 0 ? `must be one of ${words.join(', ')}.` : `${finding.message}.`
}

function allowedWords(finding: Finding, findings: readonly Finding[]): readonly string[] {
  if (finding.keyword === 'enum') return finding.params.allowedValues.map(String)
  if (finding.keyword !== 'anyOf') return []
  return findings.flatMap((one) => (one.keyword === 'const' ? [String(one.params.allowedValue)] : []))
}

/** `/attachments/0/filename` (RFC 6901) as a person writes it: `attachments[0].filename`. */
export const memberPath = (pointer: string): string =>
  steps(pointer).reduce((path, step) => joinPath(path, step), '')

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

function joinPath(path: string, step: string): string {
  if (/^\d+$/.test(step)) return `${path}[${step}]`
  return path ? `${path}.${step}` : step
}

/** The members that the schema knows where `pointer` leads. */
function membersAt(schema: TSchema, pointer: string): readonly string[] {
  let here: unknown = schema
  for (const step of steps(pointer))
    here = /^\d+$/.test(step) ? memberOf(here, 'items') : memberOf(memberOf(here, 'properties'), step)
  const properties = memberOf(here, 'properties')
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}
