// What is known when a failure has to be explained: the mails, where else a mail came in, and what SMTP saw.

import type { MessageSummary } from '../model/message.js'
import type { SessionProblem } from '../model/session.js'
import type { Reason } from './decide.js'
import type { OutOfOrder } from './order.js'
import type { Tally } from './tally.js'

/** Something that SMTP refused. */
export interface Rejection {
  /** milliseconds since 1970 */
  readonly at: number
  readonly stage: 'connect' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'accept'
  /** the whole reply: `550 5.1.1 no such user` */
  readonly reply: string
  readonly sender?: string
  readonly recipient?: string
  /** the fault rule that asked for it */
  readonly faultRule?: string
}

/** A connection that had ended before the wait began. */
export interface EarlierSession {
  /** milliseconds since 1970 */
  readonly endedAt: number
  /** mails that were kept over it */
  readonly kept: number
}

/** A problem of a session; one that had ended before the wait began says when. */
export interface NotedProblem extends SessionProblem {
  /** milliseconds since 1970; absent while the session is open */
  readonly endedAt?: number
}

/** What is told of the connections themselves is about the wait; refusals, faults and problems are of a while before, too. */
export interface SmtpHappenings {
  /** where SMTP listens: `localhost:1025` */
  readonly listeners: readonly string[]
  /** connections that were open at some time during the wait */
  readonly sessions: number
  /** those of them that had brought a mail before the wait began and were simply kept open */
  readonly keptOpen: number
  /** those of them over which a mail was kept at any time */
  readonly sessionsWithMail: number
  /** the last of those that had ended before */
  readonly last?: EarlierSession
  /** oldest first */
  readonly rejected: readonly Rejection[]
  /** fault rules that fired without a refusal: delays and dropped connections; oldest first */
  readonly faultsFired: readonly { readonly at: number; readonly rule: string; readonly did: string }[]
  /** transactions between MAIL FROM and the reply, now */
  readonly openTransactions: number
  readonly problems: readonly NotedProblem[]
}

/** A mail that fulfils the criteria but does not count. */
export interface Stray {
  readonly message: MessageSummary
  /** `before`: it came before the place from which was looked; `otherInbox`: it lies in another inbox */
  readonly where: 'before' | 'otherInbox'
}

/** Where was looked. */
export interface Window {
  /** `undefined`: all mail */
  readonly inbox: string | undefined
  /** milliseconds since 1970 when the wait began, with the first of its calls */
  readonly began: number
  /** neither inbox nor after was given, so that only the last 60 s counted */
  readonly isDefault: boolean
}

/** Mails that were kept since the place that "after" names; without it, since a minute before the wait began. */
export interface KeptLately {
  /** where was looked */
  readonly here: number
  readonly inOtherInboxes: number
  /** since the wait began, wherever */
  readonly meanwhile: number
}

export interface Evidence {
  readonly reason: Reason
  readonly tally: Tally
  /** the last two that matched are one mail: their octets or their Message-IDs are equal */
  readonly isRepeated: boolean
  readonly window: Window
  readonly strays: readonly Stray[]
  readonly kept: KeptLately
  readonly smtp: SmtpHappenings
  readonly waitedMs: number
  /** of a strict order, if this expectation's mail came too early */
  readonly wrong?: OutOfOrder
}
