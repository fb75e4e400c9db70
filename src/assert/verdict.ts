// A verdict: whether an expectation was met, and all that helps a person to see why not.

import type { InboxName, MessageId } from '../model/ids.js'
import type { MessageSummary } from '../model/message.js'
import type { Criterion, Operator } from '../query/criteria/criterion.js'
import type { Reason } from './decide.js'
import type { EarlierSession, Rejection } from './evidence.js'
import type { Count } from './plan.js'

/** One criterion held against one mail, ready to be shown. */
export interface CriterionReport {
  readonly path: string
  readonly op: Operator
  readonly pass: boolean
  readonly expected: string | number | boolean
  /** visible, at most 200 characters from where it matters, with … where something is left out; `null` where the mail has no such thing */
  readonly actual: string | null
  readonly hint?: string
}

export interface NearMiss {
  readonly id: MessageId
  /** visible, at most 200 characters */
  readonly subject: string
  readonly inboxes: readonly InboxName[]
  /** milliseconds since 1970 */
  readonly receivedAt: number
  readonly criteria: readonly CriterionReport[]
}

/** A mail that matched. */
export interface Came {
  readonly id: MessageId
  /** visible, at most 200 characters */
  readonly subject: string
  /** of the envelope, visible; a few of many */
  readonly recipients: readonly string[]
  readonly inboxes: readonly InboxName[]
  /** milliseconds since 1970 */
  readonly receivedAt: number
  /** where the order was wrong: the places in the list, from 1, of the expectations that it matches */
  readonly expectations?: readonly number[]
}

export interface Elsewhere {
  readonly id: MessageId
  /** a sentence: `came 3.2 s before the wait looked` */
  readonly why: string
}

export interface SmtpReport {
  /** connections that were open at some time during the wait */
  readonly sessions: number
  /** the last of those that had ended before */
  readonly last?: EarlierSession
  /** during the wait and in a while before; oldest first */
  readonly rejected: readonly Rejection[]
  readonly openTransactions: number
}

export interface Hint {
  /** names the cause, for programs and tests */
  readonly name: string
  readonly text: string
}

/** What every verdict tells. */
export interface Judged {
  readonly name: string | undefined
  readonly waitedMs: number
  readonly expected: Count
  /** what a mail had to fulfil, `each` included */
  readonly asked: readonly Criterion[]
  /** of the mail that ends the wait */
  readonly until: readonly Criterion[]
  /** `undefined`: all mail */
  readonly inbox: string | undefined
  /** oldest first */
  readonly matched: readonly MessageSummary[]
}

export interface Met extends Judged {
  readonly pass: true
}

export interface NotMet extends Judged {
  readonly pass: false
  readonly reason: Reason
  /** how many mails were looked at */
  readonly looked: number
  /** what matched, oldest first; of many the newest */
  readonly came: readonly Came[]
  /** nearest first; at most three */
  readonly nearest: readonly NearMiss[]
  readonly elsewhere: readonly Elsewhere[]
  /** milliseconds since 1970 when the wait began */
  readonly began: number
  readonly smtp: SmtpReport
  /** about the whole, most telling first */
  readonly hints: readonly Hint[]
}

export type Verdict = Met | NotMet
