// What a search field is: its name, the words that explain it, and how its value becomes a condition.

import type { Place } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import type { Condition } from '../syntax.js'

/** What a search text cannot know by itself. */
export interface SearchContext {
  /** the place that a cursor, an RFC 3339 time or a date names; throws MailholdError `badInput` for other text */
  readonly place: (text: string, field: 'after' | 'before') => Place
}

/** What stood behind the colon. */
export interface SearchValue {
  /** quotes and escapes resolved */
  readonly text: string
  readonly isQuoted: boolean
  /** a `*` stood directly behind the closing quote */
  readonly isPrefix: boolean
  /** where it begins in the search text, in UTF-16 units from 0 */
  readonly position: number
}

/** A field of the search language: one value per name, listed in `registry.ts`. */
export interface SearchField {
  /** what stands before the colon, lower case */
  readonly name: string
  /** one way to write it, whole */
  readonly example: string
  /** what it asks, for help and documentation */
  readonly says: string
  readonly read: (value: SearchValue, context: SearchContext) => Condition
}

/** The error for a value that a field cannot take; every mistake in a search text has this form. */
export const badSearch = (sentence: string, position: number, suggestion?: string): MailholdError =>
  new MailholdError('badInput', `${sentence} (at character ${position + 1} of q)`, {
    path: 'q',
    position,
    ...(suggestion === undefined ? {} : { suggestion }),
  })
