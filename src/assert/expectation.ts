// Expectations as their users write them: the bodies of /v1/wait and /v1/assert.

import type { Criteria } from '../query/criteria/criteria.js'

/** how many mails must match, both ends included */
export interface CountRange {
  readonly min?: number
  readonly max?: number
}

/** Where and how long to look; an assertion says it once for all its expectations. */
export interface Looking {
  /** absent: all mail */
  readonly inbox?: string
  /** a cursor or an RFC 3339 time, exclusive; `start` for all mail there is */
  readonly after?: string
  /** `10s`, `500ms`, `0s` for now; at most 55 s */
  readonly timeout?: string
  /** how long it must be quiet before a count is final; given, it is waited for even where the count needs no quiet */
  readonly settle?: string
}

export interface Expectation {
  readonly name?: string
  readonly match: Criteria
  /** absent: at least one */
  readonly count?: number | CountRange
  /** what every matched mail must fulfil as well */
  readonly each?: readonly Criteria[]
  /** the mail that the app sends last: when it has come, the count is final */
  readonly until?: Criteria
  /** how matched mails are answered */
  readonly return?: 'full' | 'summary'
}

/** The body of POST /v1/wait. */
export interface WaitRequest extends Looking, Expectation {}

/** The body of POST /v1/assert. An expectation may narrow where it looks. */
export interface AssertRequest extends Looking {
  readonly expectations: readonly (Expectation & Looking)[]
  /** the mails must have been committed in the order of the expectations */
  readonly order?: 'strict'
}
