// Where to begin to look: behind a mail, at a cursor, or at a time.

import { isDate } from '../realm.js'

/** A mail (what came later counts), a cursor, a time (a Date, or a text of RFC 3339), or `start` for all there is. */
export type After = string | Date | { readonly cursor: string }

/** As the server takes it. @throws TypeError for what has no place in the order: all mail would count */
export function afterText(after: After): string {
  if (typeof after === 'string') return after
  if (isDate(after)) return after.toISOString()
  const { cursor }: { readonly cursor?: unknown } = after
  if (typeof cursor === 'string') return cursor
  throw new TypeError('after takes a mail, a cursor, or a time as a Date or a text')
}
