// When something was, seen from the beginning of a wait.

import { inWords } from './duration.js'
import type { EarlierSession } from './evidence.js'

/** `1.5 s before the wait`, `230 ms into the wait`; both in milliseconds since 1970. */
export const whenOf = (at: number, began: number): string =>
  at < began ? `${inWords(began - at)} before the wait` : `${inWords(at - began)} into the wait`

/** `, 1.5 s before the wait`; nothing for what was during the wait, which goes without saying. */
export const ifBefore = (at: number | undefined, began: number): string =>
  at !== undefined && at < began ? `, ${whenOf(at, began)}` : ''

/** `the last one ended 1.5 s before the wait and brought 1 mail` */
export function lastSession({ endedAt, kept }: EarlierSession, began: number): string {
  const mail = kept === 0 ? 'no mail' : `${kept} mail${kept === 1 ? '' : 's'}`
  return `the last one ended ${whenOf(endedAt, began)} and brought ${mail}`
}
