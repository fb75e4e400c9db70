// What a test says of the one thing that it means: a text, a pattern, or either for each member.

import { isRegExp } from '../realm.js'
import { quoted } from './words.js'

export type Words = string | RegExp

/** Flags that remember a place would make the answer depend on the question before. */
export const finds = (pattern: RegExp, text: string): boolean =>
  new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(text)

/** `"Confirm"`, `/confirm/i`, `text "Confirm" and href /^https:/`; `''` where nothing is said. */
export function inWords(choice: Words | object): string {
  if (typeof choice === 'string' || isRegExp(choice)) return shown(choice)
  const members = Object.entries(choice).filter(([, value]) => value !== undefined)
  return members.map(([name, value]) => `${name} ${shown(value)}`).join(' and ')
}

const shown = (words: Words): string => (isRegExp(words) ? String(words) : quoted(words))
