// What is known when a failure has to be explained: the mails, where else a mail came in, and what SMTP saw.

import type { MessageSummary } from '../model/message.js'
import type { SessionProblem } from '../model/session.js'
import type { Reason } from './decide.js'
import type { OutOfOrder } from './order.js'
import type { Tally } from './tally.js'

/** Something that SMTP refused while the wait lasted. */
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

export interface SmtpHappenings {
  /** where SMTP listens: `localhost:1025` */
  readonly listeners: readonly string[]
  /** connections that were open at some time during the wait */
  readonly sessions: number
  readonly rejected: readonly Rejection[]
  /** fault rules that fired without a refusal: delays and dropped connections */
  readonly faultsFired: readonly { readonly rule: string; readonly did: string }[]
  /** transactions between MAIL FROM and the reply, now */
  readonly openTransactions: number
  /** of those sessions */
  readonly problems: readonly SessionProblem[]
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
  /** milliseconds since 1970 of the place from which was looked */
  readonly from: number
  /** milliseconds since 1970 when the wait began */
  readonly began: number
  /** neither inbox nor after was given, so that only the last 60 s counted */
  readonly isDefault: boolean
}

export interface Evidence {
  readonly reason: Reason
  readonly tally: Tally
  readonly window: Window
  readonly strays: readonly Stray[]
  /** mails that came in the same time to other inboxes */
  readonly keptElsewhere: number
  readonly smtp: SmtpHappenings
  readonly waitedMs: number
  /** of a strict order, if this expectation's mail came too early */
  readonly wrong?: OutOfOrder
}
