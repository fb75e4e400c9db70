// The one door: what heads may ask of the mailroom. Heads depend on this file alone.

import type { AssertAnswer, WaitMet, WaitNotMet } from '../assert/answer.js'
import type { Rejection } from '../assert/evidence.js'
import type { Change } from '../model/change.js'
import type { Envelope, EnvelopeRecipient, ReversePath } from '../model/envelope.js'
import type { InboxName, MessageId, SessionId } from '../model/ids.js'
import type { Message, MessageSummary } from '../model/message.js'
import type { Origin, Protocol, SessionRecord } from '../model/session.js'
import type { Evictions, RetentionLimits } from '../model/stats.js'
import type { Faults } from './faults/face.js'

export type { FaultEnd, FaultMoment, Faults, Fired, Firing } from './faults/face.js'

/** Which messages a request means, as users write it. Text is parsed here; bad text is `badInput`. */
export interface Narrowing {
  readonly inbox?: string
  /** search text */
  readonly q?: string
  readonly ids?: readonly string[]
  /** a cursor or an RFC 3339 time, exclusive */
  readonly after?: string
  readonly before?: string
}

export interface ListRequest extends Narrowing {
  /** text from an earlier answer's `nextPage` */
  readonly page?: string
  readonly limit: number
  readonly order: 'newest' | 'oldest'
  readonly total: boolean
}

export interface ListAnswer {
  readonly messages: readonly MessageSummary[]
  readonly nextPage?: string
  readonly cursor: string
  readonly total?: number
}

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

export interface Bodies {
  readonly text: string
  readonly html: string | undefined
}

export interface OpenPart {
  readonly contentType: string
  readonly charset?: string
  readonly filename: string
  readonly contentId?: string
  /** decoded */
  readonly octets: AsyncIterable<Uint8Array>
}

export interface ViewOptions {
  /** pictures from other servers may be loaded by the browser */
  readonly remoteImages: boolean
}

export interface SafeView {
  readonly html: string
  /** how many references to other servers were taken out */
  readonly remoteBlocked: number
}

export interface Read {
  list(request: ListRequest): Promise<ListAnswer>
  /** `undefined` if there is none; `latest` is the newest that the narrowing leaves */
  find(id: string, narrowing?: Pick<Narrowing, 'inbox' | 'q'>): Promise<Message | undefined>
  /** octets `start` to before `end` of the message as received */
  raw(message: Message, start?: number, end?: number): AsyncIterable<Uint8Array>
  /** decoded text and HTML in full */
  bodies(message: Message): Promise<Bodies>
  /** `undefined` if the message has no such part */
  part(message: Message, path: string): Promise<OpenPart | undefined>
  /** The HTML made safe for a sandboxed frame; `undefined` where the message has none. */
  view(message: Message, options: ViewOptions): Promise<SafeView | undefined>
  cursor(): string
  /** text form of a place in the order */
  cursorAt(seq: number): string
  tags(): Promise<readonly { readonly name: string; readonly messages: number }[]>
  inboxes(): Promise<readonly InboxFacts[]>
  /** Every message that the narrowing leaves, oldest first, read in pages. */
  each(narrowing: Narrowing): AsyncIterable<Message>
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

export interface InboxFacts {
  readonly name: string
  readonly messages: number
  readonly unread: number
  readonly newestAt?: number
  readonly expiresAt?: number
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

export interface WaitOptions {
  /** Ends the wait, because its caller has gone or everything stops: it rejects with the signal's reason. */
  readonly signal: AbortSignal
  /** where SMTP listens, for hints: `localhost:1025` */
  readonly smtpListeners: readonly string[]
}

/** A mail that matched; `whole` is absent where summaries were asked for, or the mail has gone since. */
export interface FoundMail {
  readonly summary: MessageSummary
  readonly whole?: { readonly message: Message; readonly bodies: Bodies }
}

export interface WaitReport {
  readonly answer: WaitMet<FoundMail> | WaitNotMet
  /** the whole story for a person */
  readonly text: string
}

export interface QueryWaitReport extends WaitReport {
  /** Takes the value that `print` asked for out of a mail; `undefined` where the mail has none. Absent without `print`. */
  readonly print?: (mail: {
    readonly message: Message
    readonly bodies: Bodies
    readonly cursor: string
  }) => string | undefined
}

/**
 * Waits for mail. All reject with `badInput` for what is asked wrongly, `tooMany` when too many wait already,
 * `stopping`, or the reason of the signal.
 */
export interface Waits {
  /** @param body an expectation as its user wrote it */
  wait(body: unknown, options: WaitOptions): Promise<WaitReport>
  /** @param parameters the same as a query string */
  waitFromQuery(
    parameters: Iterable<readonly [name: string, value: string]>,
    options: WaitOptions,
  ): Promise<QueryWaitReport>
  /** @param body several expectations as their user wrote them */
  assert(body: unknown, options: WaitOptions): Promise<AssertAnswer<FoundMail>>
}

/** One line of a maildrop's snapshot. */
export interface MaildropMessage {
  readonly id: MessageId
  /** octets that RETR sends before stuffing */
  readonly size: number
}

export type DeletePolicy = 'remove' | 'hide' | 'keep'

/** A maildrop opened by one session: snapshot and exclusive lock (RFC 1939 §4). */
export interface Maildrop {
  /** its canonical name, `inbox:w1`, `address:ada@example.com`, `all`, with `/suffix` when given */
  readonly name: string
  /** in plain words, which mail it shows: `3 messages in inbox w1; log in as "all" to see every message` */
  readonly description: string
  readonly messages: readonly MaildropMessage[]
  /** CRLF form of a message, from its first octet; `bodyLines` stops after so many lines of the body (TOP). `undefined`: it is gone. */
  read(id: MessageId, bodyLines?: number): Promise<AsyncIterable<Uint8Array> | undefined>
  /** The UPDATE state: removes what was marked by the given policy. Messages gone meanwhile count as removed. */
  update(marked: readonly MessageId[], policy: DeletePolicy): Promise<void>
  /** Frees the lock; safe to call twice. */
  release(): void
}

export interface Maildrops {
  /** @throws MailholdError `locked` while another session has it open */
  openMaildrop(login: string): Promise<Maildrop>
}

export interface Status {
  /** the store's name, as it stands in cursors */
  readonly store: string
  readonly location: string
  readonly messages: number
  readonly unread: number
  readonly storeSize: number
  readonly messageSize: number
  readonly evictions: Evictions
  readonly retention: RetentionLimits
  /** SMTP sessions that are open, and transactions from MAIL FROM to the reply */
  readonly openSessions: number
  readonly openTransactions: number
  readonly cursor: string
}

export interface Health {
  status(): Promise<Status>
  /** really writes and reads a row; rejects if that fails */
  probe(): Promise<void>
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
