// Answers of `/v1/wait` and `/v1/assert`.

import type { Message } from './message.js'
import type { Summary } from './summary.js'

/** How many mails must match, both ends included. */
export interface ExpectedCount {
  readonly min: number
  /** absent: any number from `min` on */
  readonly max?: number
}

/** One criterion held against one mail. */
export interface CriterionReport {
  /** `subject`, `link.href`, `header.X-Mailer` */
  readonly path: string
  /** `equals`, `contains`, … */
  readonly op: string
  readonly pass: boolean
  readonly expected: string | number | boolean
  /** visible, at most 200 characters from where it matters, with … where something is left out; `null` where the mail has no such thing */
  readonly actual: string | null
  readonly hint?: string
}

export interface NearMiss {
  readonly id: string
  readonly subject: string
  readonly inboxes: readonly string[]
  /** RFC 3339 UTC */
  readonly receivedAt: string
  readonly criteria: readonly CriterionReport[]
  /** absolute path of the whole message */
  readonly url: string
}

/** A mail that matched. */
export interface Came {
  readonly id: string
  readonly subject: string
  /** of the envelope; of many the first ten */
  readonly recipients: readonly string[]
  readonly inboxes: readonly string[]
  /** RFC 3339 UTC */
  readonly receivedAt: string
  /** absolute path of the whole message */
  readonly url: string
  /** where the order was wrong: the places in the list, from 1, of the expectations that it matches */
  readonly expectations?: readonly number[]
}

/** A mail that matches but does not count. */
export interface Elsewhere {
  readonly id: string
  readonly why: string
}

/** Something that SMTP refused. */
export interface Rejection {
  /** RFC 3339 UTC */
  readonly at: string
  readonly stage: string
  readonly reply: string
  readonly sender?: string
  readonly recipient?: string
  readonly faultRule?: string
}

export interface SmtpReport {
  /** connections that were open at some time */
  readonly sessions: number
  readonly rejected: readonly Rejection[]
  readonly openTransactions: number
}

/** What explains a failure, of a wait or of one expectation. */
export interface Explanation {
  /** `timeout`, `tooMany`, `tooFew`, `each`, `order`, `unsettled`, `barrier`, `stopped`; an open set of words */
  readonly reason: string
  readonly expected: ExpectedCount
  readonly matched: number
  /** what matched, oldest first; of many the newest ten. Where the order was wrong, what matched any of the expectations */
  readonly came: readonly Came[]
  /** nearest first, at most three */
  readonly nearest: readonly NearMiss[]
  readonly elsewhere: readonly Elsewhere[]
  readonly smtp: SmtpReport
  readonly hints: readonly string[]
}

/** 200 of `/v1/wait`. */
export interface WaitMet {
  readonly pass: true
  readonly waitedMs: number
  readonly matched: number
  /** oldest first; whole unless summaries were asked for; of more than 100 (1000 summaries) the newest */
  readonly messages: readonly (Message | Summary)[]
  /** all mail up to here was looked at; `after` it is what comes later */
  readonly cursor: string
  /** a cursor, a time, or `start` */
  readonly lookedFrom: string
}

/** 422 of `/v1/wait`. */
export interface WaitNotMet extends Explanation {
  readonly pass: false
  readonly waitedMs: number
  /** all mail up to here was looked at; `after` it is what comes later */
  readonly cursor: string
  readonly lookedFrom: string
  /** the whole story for a person */
  readonly text: string
}

export interface ExpectationMet {
  readonly name?: string
  /** a cursor, a time, or `start` */
  readonly lookedFrom: string
  readonly pass: true
  readonly matched: number
  readonly messages: readonly (Message | Summary)[]
}

export interface ExpectationNotMet extends Explanation {
  readonly name?: string
  /** a cursor, a time, or `start` */
  readonly lookedFrom: string
  readonly pass: false
}

/** 200 and 422 of `/v1/assert`. */
export interface AssertAnswer {
  readonly pass: boolean
  readonly waitedMs: number
  /** all mail up to here was looked at; `after` it is what comes later */
  readonly cursor: string
  /** a cursor, a time, or `start`; `null` where the expectations looked from different places */
  readonly lookedFrom: string | null
  readonly expectations: readonly (ExpectationMet | ExpectationNotMet)[]
  /** the whole story for a person */
  readonly text: string
}
