// Reads a JSON body that came under any content type. Go and JavaScript servers differ in how they take the names of members:
// these are taken in any case, so that no slip of a name makes "these messages" mean "all messages".

import { badInput } from '../errors/problem.js'

export type Members = ReadonlyMap<string, unknown>

/** The body's members by their names in lower case; `undefined` where there is no body at all. @throws MailholdError `badInput` */
export function readMembers(body: unknown): Members | undefined {
  const text = Buffer.isBuffer(body) ? body.toString('utf8').trim() : ''
  if (text === '') return undefined
  const members = membersOf(parse(text))
  if (!members) throw badInput('', 'the body must be a JSON object')
  return members
}

/** `undefined` for anything but an object. */
export function membersOf(value: unknown): Members | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badInput('', 'the body is not valid JSON')
  }
}

/** A list of texts; `undefined` where it is absent or null. @throws MailholdError `badInput` for any other value */
export function textsAt(members: Members, name: string): readonly string[] | undefined {
  const value = members.get(name.toLowerCase()) ?? undefined
  if (value === undefined) return undefined
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw badInput(name, `${name} must be a list of texts`)
}

/** A text; `''` where it is absent or null. @throws MailholdError `badInput` for any other value */
export function textAt(members: Members, name: string): string {
  const value = members.get(name.toLowerCase()) ?? ''
  if (typeof value === 'string') return value
  throw badInput(name, `${name} must be a text`)
}

/** @throws MailholdError `badInput` for anything but a boolean; `false` where it is absent or null */
export function flagAt(members: Members, name: string): boolean {
  const value = members.get(name.toLowerCase()) ?? false
  if (typeof value === 'boolean') return value
  throw badInput(name, `${name} must be true or false`)
}
