// Says in a sentence which member of the input is wrong, why, and what was probably meant.

import type { TLocalizedValidationError as Finding } from 'typebox/error'
import type { MailholdError } from '../../model/errors.js'
import { nearestName } from '../../model/nearest.js'
import { joinPath, memberPath, valueAt } from './at-pointer.js'
import { type Judged, membersAt, mostTelling } from './judged.js'
import { badInput } from './problem.js'
import { allowedWords, saidOf } from './said-of.js'

/** Where the input came from, for the sentence. */
export type InputPlace = 'body' | 'querystring' | 'params' | 'headers'

/** The error that names the member which is told of first. */
export function wrongMember(judged: Judged, place: InputPlace): MailholdError {
  const { findings } = judged
  const finding = findings.find(({ keyword }) => keyword === 'additionalProperties') ?? mostTelling(findings)
  if (!finding) return badInput('', `The ${noun[place]} is not understood.`)
  const path = memberPath(finding.instancePath)
  if (finding.keyword === 'additionalProperties') return unknownMember(finding, judged, place)
  if (finding.keyword === 'required') return missingMember(finding, path)
  const where = path ? `"${path}"` : `The ${noun[place]}`
  const given = valueAt(judged.input, finding.instancePath)
  const meant = typeof given === 'string' ? nearestName(given, allowedWords(finding, judged)) : undefined
  return badInput(path, `${where} ${saidOf(finding, judged)}.`, meant)
}

const noun = { body: 'body', querystring: 'query string', params: 'path', headers: 'header' }

function unknownMember(finding: Finding, judged: Judged, place: InputPlace): MailholdError {
  const params = finding.params
  const extra = 'additionalProperties' in params ? params.additionalProperties[0] : undefined
  const name = String(extra ?? '')
  const known = membersAt(finding, judged)
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
