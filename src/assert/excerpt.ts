// The piece of a mail's values that is shown of a criterion it failed: where the text is that must not be there, or where what
// was expected begins to differ.

import type { Criterion, CriterionResult } from '../query/criteria/criterion.js'
import { patternPlace } from '../query/criteria/pattern.js'
import { piece, shownCharacters, visible } from './visible.js'

/** Shown before the place that matters. */
const context = 60
/** UTF-16 units of a value that are searched where more than one search is needed; values can be huge. */
const seen = 256 * 1024
const seenValues = 200
/** Fewer letters in common say nothing. */
const fewest = 4
const wordsTried = 10

/** Visible, at most 200 characters, with … where something is left out; `null` where there are no values. */
export function excerpt({ values, criterion, pass }: CriterionResult): string | null {
  if (values.length === 0) return null
  const whole = joined(values)
  if (pass || whole.length <= shownCharacters) return visible(whole)
  const place = placeOf(criterion, values.slice(0, seenValues))
  if (!place) return visible(whole)
  const [value = '', ...others] = values.slice(place.value)
  const start = Math.max(0, place.at - context)
  return piece(joined([value.slice(start), ...others]), place.value > 0 || start > 0)
}

/** Enough values to fill what is shown; a mail may have 20,000 recipients. */
const joined = (values: readonly string[]): string =>
  values
    .slice(0, 100)
    .map((value) => value.slice(0, 300))
    .join(', ')

interface Place {
  /** which of the values, from 0 */
  readonly value: number
  readonly at: number
}

/** Where it matters; `undefined` where the beginning is as good as any place. */
function placeOf(criterion: Criterion, values: readonly string[]): Place | undefined {
  const { operator, inner = [], expected, field } = criterion
  if (operator === 'not') return firstPlace(values, (value) => hit(inner, value))
  if (operator === 'equals' || operator === 'startsWith' || typeof expected !== 'string') return undefined
  if (operator === 'endsWith') return { value: 0, at: (values[0]?.length ?? 0) - shownCharacters + context }
  return mostInCommon(criterion, values) ?? (field === 'html' ? firstPlace(values, bodyOfHtml) : undefined)
}

function firstPlace(
  values: readonly string[],
  find: (value: string) => number | undefined,
): Place | undefined {
  for (const [value, text] of values.entries()) {
    const at = find(text)
    if (at !== undefined) return { value, at }
  }
  return undefined
}

/** Where the first of these criteria holds that holds at a place. */
function hit(criteria: readonly Criterion[], value: string): number | undefined {
  for (const criterion of criteria) {
    const at = hitOf(criterion, value)
    if (at !== undefined) return at
  }
  return undefined
}

function hitOf({ operator, expected, ignoreCase }: Criterion, value: string): number | undefined {
  if (operator === 'not' || typeof expected !== 'string') return undefined
  if (operator === 'matches') return patternPlace(expected, ignoreCase, value)
  return indexOf(value, expected.normalize(), ignoreCase)
}

function indexOf(value: string, wanted: string, ignoreCase: boolean): number | undefined {
  const at = ignoreCase ? value.toLowerCase().indexOf(wanted.toLowerCase()) : value.indexOf(wanted)
  return at < 0 ? undefined : at
}

/** Where most of the beginning of what was expected is found, else one of its longest words; in any case. */
function mostInCommon({ operator, expected }: Criterion, values: readonly string[]): Place | undefined {
  const wanted = String(expected).normalize().toLowerCase()
  const texts = values.map((value) => value.slice(0, seen).toLowerCase())
  const begun = operator === 'contains' ? longestBeginning(wanted, texts) : undefined
  return begun ?? firstWord(wanted, texts)
}

/** A beginning is found wherever a longer one is, so that halving finds the longest. */
function longestBeginning(wanted: string, texts: readonly string[]): Place | undefined {
  let [least, most] = [fewest, wanted.length]
  let best: Place | undefined
  while (least <= most) {
    const middle = Math.floor((least + most) / 2)
    const place = firstPlace(texts, (text) => indexOf(text, wanted.slice(0, middle), false))
    if (place) {
      best = { ...place, at: place.at + middle }
      least = middle + 1
    } else most = middle - 1
  }
  return best
}

function firstWord(wanted: string, texts: readonly string[]): Place | undefined {
  const words = wanted.slice(0, 1000).split(/[^\p{L}\p{N}]+/u)
  const longest = words
    .filter((word) => word.length >= fewest)
    .sort((left, right) => right.length - left.length)
  for (const word of longest.slice(0, wordsTried)) {
    const place = firstPlace(texts, (text) => indexOf(text, word, false))
    if (place) return place
  }
  return undefined
}

/** What stands before it are style sheets. */
function bodyOfHtml(source: string): number | undefined {
  const at = source.slice(0, seen).search(/<body\b/i)
  // nothing is shown of what comes before
  return at < 0 ? undefined : at + context
}
