// What a test says of the one thing that it means: a text, a pattern, or either for each member.

import { isRegExp } from '../realm.js'
import { quoted } from './words.js'

export type Words = string | RegExp

/** Flags that remember a place would make the answer depend on the question before. */
export const finds = (pattern: RegExp, text: string): boolean =>
  new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(text)

/** `"Confirm"`, `/confirm/i`, `text "Confirm" and href /^https:/`; `''` where nothing is said. */
export function inWords(choice: Words | object): string {
  if (isWords(choice)) return shown(choice)
  const members = Object.entries(choice).filter(([, value]) => value !== undefined)
  return members.map(([name, value]) => `${name} ${shown(value)}`).join(' and ')
}

const shown = (words: Words): string => (isRegExp(words) ? String(words) : quoted(words))

export interface Choosing {
  /** `a link` */
  readonly thing: string
  /** the members that a choice may have */
  readonly members: readonly string[]
}

/** Refuses what the types refuse, too: a misspelt member would let anything be the one that is meant. @throws TypeError */
export function checkChoice(choice: unknown, { thing, members }: Choosing): void {
  if (isWords(choice)) return
  const isObject = typeof choice === 'object' && choice !== null
  const isKnown = ([name, value]: [string, unknown]): boolean =>
    members.includes(name) && (value === undefined || isWords(value))
  if (isObject && Object.entries(choice).every(isKnown)) return
  throw new TypeError(
    `${thing} is chosen by a text, a regular expression, or either for ${members.join(' and ')}: { ${members[0]}: "…" }`,
  )
}

const isWords = (value: unknown): value is Words => typeof value === 'string' || isRegExp(value)
