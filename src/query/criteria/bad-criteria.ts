// The errors of criteria and what surrounds them: each names the wrong member and, if it can, the right one.

import { type ErrorDetails, MailholdError } from '../../model/errors.js'
import { nearestName } from '../../model/nearest.js'
import { synonymOf } from './synonyms.js'

/** A `badInput` whose sentence begins with the path of the member that is wrong. */
export const badMember = (path: string, sentence: string, details: ErrorDetails = {}): MailholdError =>
  new MailholdError('badInput', path === '' ? sentence : `${path}: ${sentence}`, { path, ...details })

/** The path of a member of the thing at `path`. */
export const memberPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** How a wrong value is shown in an error. Objects are only named: they may be of any depth. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/**
 * The own members of a plain object.
 * @param expected what should stand there, for the error: `an object of criteria`
 * @throws MailholdError `badInput` if the value is something else
 */
export function membersOf(
  value: unknown,
  path: string,
  expected: string,
): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badMember(path, `must be ${expected}, got ${show(value)}`)
  }
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

/** @throws MailholdError `badInput` naming what was probably meant of the names that would be right */
export function refuseMember(path: string, name: string, known: readonly string[]): never {
  const nearest = synonymOf(name, known) ?? nearestName(name, known)
  const remedy = nearest === undefined ? `there are ${known.join(', ')}` : `did you mean "${nearest}"?`
  const shown = name.slice(0, 80)
  throw badMember(
    memberPath(path, shown),
    `there is no "${shown}" here; ${remedy}`,
    nearest === undefined ? {} : { suggestion: nearest },
  )
}
