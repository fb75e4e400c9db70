// The one door: what heads may ask of the mailroom. Heads depend on this file alone.

import type { AssertAnswer, WaitMet, WaitNotMet } from '../assert/answer.js'
import type { Rejection } from '../assert/evidence.js'
import type { Change } from '../model/change.js'
import type { Envelope, EnvelopeRecipient, ReversePath } from '../model/envelope.js'
import type { InboxName, MessageId, SessionId } from '../model/ids.js'
import type { Message, MessageSummary } from '../model/message.js'
import type { Origin, Protocol, SessionRecord } from '../model/session.js'
import type { Health } from './face/health.js'
import type { Maildrops } from './face/maildrop.js'
import type { Bodies, InboxFacts, Narrowing, Read } from './face/read.js'
import type { Faults } from './faults/face.js'

export type * from './face/health.js'
export type * from './face/maildrop.js'
export type * from './face/read.js'
export type { FaultEnd, FaultMoment, Faults, Fired, Firing } from './faults/face.js'

/** A message while its octets arrive. Exactly one of `keep` and `discard` ends it. */
export interface Incoming {
  /** Copies the octets; a promise means: wait for it before writing more. */
  write(octets: Uint8Array): Promise<void> | undefined
  /** octets written so far */
  readonly size: number
  /** Reads the message, of which all has come, before `keep` or `discard`. Rejects as `keep` does. */
  examine(): Promise<Examined>
  /**
   * Commits. Resolves when the message is durable, indexed, visible, and everyone who waits was told.
   * Rejects with `storeFull` or `storeFailed`; then nothing was kept.
   */
  keep(): Promise<Kept>
  discard(): void
  /** After `keep` or `discard`: what the client was told, for the attempts of its Message-ID. */
  answered(reply: string): void
}

/** What a message that has come whole says of itself. */
export interface Examined {
  /** where it would lie */
  readonly inboxes: readonly InboxName[]
}

export interface Kept {
  readonly id: MessageId
  readonly cursor: string
}

export interface ReceiveOptions {
  readonly envelope: Envelope
  readonly origin: Origin
  /** the inbox that the listener was opened for */
  readonly listenerInbox?: InboxName
  /** octets announced with SIZE= (RFC 1870); 0 where the client did not say */
  readonly announcedSize: number
}

export interface Deliver {
  /** @throws MailholdError `storeFull` below the low-water mark, `stopping` */
  receive(options: ReceiveOptions): Incoming
  /** Whether a mail of that many octets could be taken now; throws what `receive` would. */
  checkRoom(octets: number): void
}

/** An SMTP transaction, from MAIL FROM to the reply that ends it. */
export interface OpenTransaction {
  /** one more RCPT was accepted */
  recipient(added: EnvelopeRecipient): void
  /** the client sent octets of the message: it is still at work */
  progress(): void
  /** Exactly once. `reply` is the whole line that ended it; absent when RSET, a new greeting or the end of the connection did. */
  end(reply?: string): void
}

export interface Transactions {
  /** MAIL FROM was accepted. */
  openTransaction(origin: Origin, from: ReversePath, listenerInbox?: InboxName): OpenTransaction
}

/** One try to hand a message over, and what it was answered. */
export interface Attempt {
  readonly sessionId: SessionId
  /** milliseconds since 1970 */
  readonly at: number
  readonly reply: string
}

export interface Attempts {
  /** All of that Message-ID, oldest first; those refused are known since the start of the process. */
  attempts(message: Message): readonly Attempt[]
}

/** Which inbox somebody wants; a fresh one unless named. */
export interface InboxWish {
  readonly name?: string
  /** what a fresh name begins with: `w3` gives `w3-k9f2q7x1` */
  readonly prefix?: string
  /** how long it stays: `30m`; for ever unless given */
  readonly ttl?: string
}

export interface Inboxes {
  /** One that is there already is answered as it is, with its expiry renewed where `ttl` is given. @throws MailholdError `badInput` */
  openInbox(wish: InboxWish): Promise<{ readonly inbox: InboxFacts; readonly isNew: boolean }>
  /** Removes an inbox, its deliveries and its fault rules; resolves with how many messages left it, `undefined` if there is no such inbox. */
  removeInbox(name: string): Promise<number | undefined>
}

export interface Marks {
  readonly read?: boolean
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

export interface Remove {
  /** resolves with how many messages went; the narrowing must not be empty unless `all` */
  remove(narrowing: Narrowing & { readonly all?: boolean }): Promise<number>
  mark(narrowing: Narrowing, marks: Marks): Promise<number>
}

/** A change as it is announced; `summary` comes with `kept` and `changed`. */
export interface Announcement {
  readonly change: Change
  readonly cursor: string
  readonly summary?: MessageSummary
}

/** A live feed from one place in the order, without gap or repetition. */
export interface Feed {
  /** Resolves with the next announcements (at least one), `lost` when the reader was too slow, `ended` when stopping. */
  next(signal: AbortSignal): Promise<readonly Announcement[] | 'lost' | 'ended'>
  close(): void
}

export interface Watch {
  /** From `after` (a cursor) on, or from now. `lost` when the order no longer reaches back that far or the cursor is of another store. */
  feed(options: { readonly after?: string; readonly inbox?: string }): Promise<Feed | 'lost'>
}

export interface Sessions {
  /** The record is read when somebody asks for it, and stored when the session ends. */
  openSession(id: SessionId, record: () => SessionRecord): { end(): void }
  session(id: string): Promise<SessionRecord | undefined>
  sessions(filter: {
    readonly protocol?: Protocol
    readonly messageId?: string
    readonly limit: number
    readonly startedBefore?: number
  }): Promise<readonly SessionRecord[]>
}

export interface Refusals {
  /** SMTP refused something: told to those who wait for a mail that did not come. */
  noteRejection(rejection: Rejection): void
}

/** What ends waits early, because their caller has gone or everything stops. */
export interface Ending {
  /** why, once it has come */
  readonly reason: Error | undefined
  readonly listeners: Set<EndingListener>
}

export interface EndingListener {
  ended(reason: Error): void
}

export interface WaitOptions {
  /** The wait rejects with its reason. A signal would do the same, at some microseconds for each of a thousand waits. */
  readonly ending: Ending
  /** where SMTP listens, for hints: `localhost:1025` */
  readonly smtpListeners: () => readonly string[]
}

/**
 * A mail that matched; `whole` is absent where summaries were asked for, or the mail has gone since. Waits that end
 * with the same mail at about the same time share one `whole`.
 */
export interface FoundMail {
  readonly summary: MessageSummary
  readonly whole?: { readonly message: Message; readonly bodies: Bodies }
}

export interface WaitReport {
  readonly answer: WaitMet<FoundMail> | WaitNotMet
  /** the whole story for a person */
  readonly story: () => string
}

export interface QueryWaitReport extends WaitReport {
  /** Takes the value that `print` asked for out of a mail. Absent without `print`. */
  readonly print?: (mail: {
    readonly message: Message
    readonly bodies: Bodies
    readonly cursor: string
  }) => PrintedValue
}

/** A value of a mail as text, or a sentence that says what the mail lacks. */
export type PrintedValue = { readonly text: string } | { readonly missing: string }

/**
 * Waits for mail. All reject with `badInput` for what is asked wrongly, `tooMany` when too many wait already,
 * `stopping`, or the reason of its ending.
 */
export interface Waits {
  /** @param body an expectation as its user wrote it */
  wait(body: unknown, options: WaitOptions): Promise<WaitReport>
  /** @param query the same as a query string, without its question mark */
  waitFromQuery(query: string, options: WaitOptions): Promise<QueryWaitReport>
  /** @param body several expectations as their user wrote them */
  assert(body: unknown, options: WaitOptions): Promise<AssertAnswer<FoundMail>>
}

export interface Mailroom
  extends Deliver,
    Transactions,
    Read,
    Attempts,
    Remove,
    Inboxes,
    Watch,
    Waits,
    Sessions,
    Refusals,
    Maildrops,
    Faults,
    Health {}
