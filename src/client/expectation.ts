// Expectations as the server takes them; docs/assert.md tells what criteria there are.

import type { ExpectedCount } from '../wire/wait.js'
import type { Criteria } from './criteria.js'

/** Where to look, and for how long. */
export interface Looking {
  readonly inbox?: string
  /** a cursor or an RFC 3339 time, exclusive; `start` for all mail there is */
  readonly after?: string
  /** `10s`, `500ms`, `3m`, or milliseconds as a number; 0 means now */
  readonly timeout?: string | number
  /** how long it must be quiet before a count is final */
  readonly settle?: string | number
  /** where a wait takes several calls, how long the earlier ones took; a client that goes on by itself says so */
  readonly waited?: string
}

export interface Expectation extends Looking {
  readonly name?: string
  readonly match: Criteria
  /** absent: at least one */
  readonly count?: number | Partial<ExpectedCount>
  /** what every matched mail must fulfil as well */
  readonly each?: readonly Criteria[]
  /** the mail that the app sends last: when it has come, the count is final */
  readonly until?: Criteria
  /** how matched mails are answered */
  readonly return?: 'full' | 'summary'
}

export interface Assertion extends Looking {
  readonly expectations: readonly Expectation[]
  /** the mails must have come in the order of the expectations */
  readonly order?: 'strict'
}

/** A wait as names and values of a query string: `[['inbox', 'w1'], ['subject.contains', 'Confirm']]`. */
export type WaitParameters = readonly (readonly [name: string, value: string])[]
