// The face of the store: asynchronous, free of any database's words, and the same for every kind of store.

import type { Change, Place } from '../model/change.js'
import type { Delivery, Envelope } from '../model/envelope.js'
import type { InboxName, MessageId, SessionId } from '../model/ids.js'
import type { Message, MessageSummary } from '../model/message.js'
import type { Origin, Protocol, SessionRecord } from '../model/session.js'
import type { InboxStats, RetentionLimits, StoreStats } from '../model/stats.js'
import type { Expression } from '../query/syntax.js'
import type { PreparedFacts } from './prepare-facts.js'

/** Which messages are meant. Every member that is present must hold; an empty selection is all messages. */
export interface Selection {
  readonly ids?: readonly MessageId[]
  readonly inbox?: InboxName
  readonly query?: Expression
  readonly after?: Place
  readonly before?: Place
}

export interface PageRequest {
  readonly selection: Selection
  readonly order: 'newest' | 'oldest'
  /** 1 to 500 */
  readonly limit: number
  /** continue behind this message's place in the order; absent for the first page */
  readonly beyond?: number
  /** also count all that the selection matches */
  readonly total: boolean
}

export interface Page {
  readonly messages: readonly MessageSummary[]
  /** give as `beyond` for the next page; absent on the last */
  readonly next?: number
  /** the newest place of the order when the page was read */
  readonly newestSeq: number
  readonly total?: number
}

/** A message, and its octets where they are few: a second question would cost more than they do. */
export interface WholeMessage extends Message {
  readonly octets?: Uint8Array
}

/** A page with everything about each message. */
export interface WholePage extends Omit<Page, 'messages'> {
  readonly messages: readonly WholeMessage[]
}

export interface WholePageRequest extends PageRequest {
  /** whether octets come along, where they and the messages are few */
  readonly octets?: boolean
}

/** The octets of a message while they arrive; swept at the next start if neither kept nor discarded. */
export interface PendingBody {
  /**
   * Takes the octets over (the buffer must not be used again) and resolves when the writer wants more.
   * Chunks are as large as the caller makes them; 256 kB each but for the last is expected.
   */
  write(octets: Uint8Array<ArrayBuffer>): Promise<void>
  /** Forgets everything written. */
  discard(): void
}

/** What is written in one transaction when a message is kept. */
export interface NewMessage {
  readonly id: MessageId
  /** milliseconds since 1970 */
  readonly receivedAt: number
  readonly envelope: Envelope
  readonly deliveries: readonly Delivery[]
  readonly origin: Origin
  readonly size: number
  readonly crlfSize: number
  readonly sha256: string
  /** made by `prepareFacts`; their buffer is taken over */
  readonly facts: PreparedFacts
  readonly tags: readonly string[]
}

/** What `keep` tells after the commit. */
export interface Commit {
  readonly changes: readonly Change[]
}

/** What a DELE at QUIT removes: a delivery, one recipient's copy, or the message. */
export type Copy =
  | { readonly of: 'message'; readonly id: MessageId }
  | { readonly of: 'inbox'; readonly id: MessageId; readonly inbox: InboxName }
  | { readonly of: 'recipient'; readonly id: MessageId; readonly address: string }

/** A message as POP3 counts it. */
export interface MaildropEntry {
  readonly id: MessageId
  readonly seq: number
  readonly crlfSize: number
}

/** Which messages a maildrop shows; `address` compares the envelope's recipients without regard to case. */
export type MaildropScope =
  | { readonly scope: 'all' }
  | { readonly scope: 'inbox'; readonly inbox: InboxName }
  | { readonly scope: 'address'; readonly address: string }

export interface SessionFilter {
  readonly protocol?: Protocol
  readonly messageId?: MessageId
  readonly limit: number
  /** sessions that began before this, milliseconds since 1970 */
  readonly startedBefore?: number
}

export interface InboxRow {
  readonly name: InboxName
  readonly createdAt: number
  /** milliseconds since 1970 */
  readonly expiresAt?: number
}

/**
 * All writing is durable when its promise resolves, and visible to every read that starts afterwards.
 * Rejections are MailholdError: `storeFull`, `storeFailed`, `notFound`, `stopping`.
 */
export interface Store {
  /** names this store in cursors: 8 to 32 characters of `[a-z0-9]` */
  readonly name: string
  /** where it lies, for people */
  readonly location: string
  /** the newest place of the order that a commit made known; never ahead of what reads see */
  readonly newestSeq: number

  // writing
  openBody(): PendingBody
  /** `body` is everything (small messages) or what was written before. The buffer is taken over. */
  keep(message: NewMessage, body: Uint8Array<ArrayBuffer> | PendingBody): Promise<Commit>
  /** Removes all that the selection matches; resolves with one `deleted` change per message, in slices of at most 500 for large selections. */
  remove(selection: Selection, reason: NonNullable<Change['reason']>): Promise<Commit>
  removeCopies(copies: readonly Copy[]): Promise<Commit>
  mark(selection: Selection, marks: Marks): Promise<Commit>
  /** Hides messages from one maildrop for good. */
  hide(maildrop: string, ids: readonly MessageId[]): Promise<void>
  /** Makes an inbox or changes its expiry. */
  putInbox(inbox: InboxRow): Promise<Commit>
  /** Removes an inbox and its deliveries; a message goes with its last delivery. */
  removeInbox(name: InboxName): Promise<Commit>
  /** Stores what was said on connections that ended; mail that arrives meanwhile goes first. */
  putSessions(sessions: readonly SessionRecord[]): Promise<void>
  /** Applies retention once; resolves with the `deleted` changes. Also run by itself after commits. */
  retain(now: number): Promise<Commit>
  /** Octets that may still be announced to be taken in before MAIL must be refused; negative when full. */
  freeSpace(): number
  /** What keeps so many octets from being announced; `undefined` where there is room for them. */
  shortage(octets: number): Shortage | undefined
  /** What an arriving message may need; given back by calling the result. */
  reserve(octets: number): () => void

  // reading
  page(request: PageRequest): Promise<Page>
  wholePage(request: WholePageRequest): Promise<WholePage>
  message(id: MessageId): Promise<Message | undefined>
  messages(ids: readonly MessageId[]): Promise<readonly Message[]>
  /** The octets from `start` to before `end`, as stored chunks allow; the reader awaits each piece. `undefined` if there is no such message. */
  octets(id: MessageId, start: number, end: number): AsyncIterable<Uint8Array>
  count(selection: Selection): Promise<number>
  maildrop(scope: MaildropScope, hiddenFrom: string): Promise<readonly MaildropEntry[]>
  /** Changes after `seq`, oldest first, at most `limit`; `tooOld` when the order no longer reaches back that far. */
  changesAfter(seq: number, limit: number): Promise<readonly Change[] | 'tooOld'>
  inboxes(): Promise<readonly (InboxRow & InboxStats)[]>
  inbox(name: InboxName): Promise<(InboxRow & InboxStats) | undefined>
  tags(): Promise<readonly { readonly name: string; readonly messages: number }[]>
  session(id: SessionId): Promise<SessionRecord | undefined>
  sessions(filter: SessionFilter): Promise<readonly SessionRecord[]>
  stats(): Promise<StoreStats>
  /** Really writes and reads a row; rejects if that fails. */
  probe(): Promise<void>
  /** What others hear of this process who want the same folder, behind its number: ` on :8025`. */
  describeHolder(text: string): void
  close(): Promise<void>
}

/** Why there is no room: a limit that is exceeded by mail too young to be removed, or a disk that is full or nearly so. */
export type Shortage = 'maxMessages' | 'maxStoreSize' | 'disk'

export interface Marks {
  readonly read?: boolean
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

export interface StoreOptions {
  /** the folder of the database; made with mode 0700 if missing */
  readonly folder: string
  /** false only for a `memory` store: commits are not fsynced */
  readonly durable: boolean
  readonly retention: RetentionLimits
  /** called for every commit in order, before the promise of the write that made it resolves */
  readonly onCommit: (changes: readonly Change[]) => void
  /** a sentence for the log, when the store mends or notices something by itself */
  readonly onNotice: (text: string, facts: Readonly<Record<string, unknown>>) => void
  /** moves a damaged database aside and starts a new one */
  readonly recover: boolean
}
