// What stands in the brackets of expect().

import type { Mail, Place } from '../../client/client.js'

/** @throws TypeError with what may stand there */
export function asPlace(value: unknown, matcher: string): Place {
  if (hasMethods(value, ['wait', 'assert'])) return value as unknown as Place
  throw new TypeError(
    `expect(…).${matcher}() takes an inbox, what inbox.during() gave, or the client; got ${shown(value)}`,
  )
}

/** @throws TypeError with what may stand there */
export function asMail(value: unknown, matcher: string): Mail {
  if (hasMethods(value, ['judge', 'raw'])) return value as unknown as Mail
  const isPromise = hasMethods(value, ['then'])
  const remedy = isPromise ? '; await it first' : ''
  throw new TypeError(
    `expect(…).${matcher}() takes a mail, as getMail and findMail give it; got ${shown(value)}${remedy}`,
  )
}

const hasMethods = (value: unknown, names: readonly string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function')

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (hasMethods(value, ['then'])) return 'a promise'
  if (hasMethods(value, ['judge'])) return 'a mail'
  if (hasMethods(value, ['wait'])) return 'an inbox'
  return `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`
}
