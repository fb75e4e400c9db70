// Mailpit's search language: words side by side must all match, each as a piece of text wherever it stands, case ignored;
// - or ! negates; "quotes" hold words together.

import { cleaned } from './cleaned.js'
import { parseDate } from './date.js'
import { type Term, type Test, tests } from './terms.js'

export interface MailpitQuery {
  readonly terms: readonly Term[]
  /** terms that say nothing, such as `before:` with no date; Mailpit passes over them */
  readonly ignored: readonly string[]
}

/** @param timeZone of dates that name none: `Pacific/Auckland`; an unknown one counts as UTC */
export function parseQuery(text: string, timeZone: string): MailpitQuery {
  const terms: Term[] = []
  const ignored: string[] = []
  for (const word of wordsOf(text)) {
    const not = /^[-!]./.test(word)
    const bare = not ? word.slice(1) : word
    const test = /[\p{L}\p{N}]/u.test(bare) ? testFor(bare, timeZone) : undefined
    if (test) terms.push({ ...test, not })
    else ignored.push(word)
  }
  return { terms, ignored }
}

/** Quotes only hold together: `subject:"two words"` is one word without them. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:"[^"]*(?:"|$)|[^\s"])+/g) ?? []
  return words.map((word) => word.replaceAll('"', '').trim()).filter((word) => word !== '')
}

function testFor(word: string, timeZone: string): Test | undefined {
  const lower = word.toLowerCase()
  const exact = tests.words.get(lower)
  if (exact) return exact
  const colon = lower.indexOf(':')
  const field = tests.fields.get(lower.slice(0, Math.max(0, colon)))
  if (!field) return tests.text(cleaned(word))
  const value = cleaned(word.slice(colon + 1))
  return value === ''
    ? undefined
    : field(value, { text: cleaned(word), date: (of) => parseDate(of, timeZone) })
}
