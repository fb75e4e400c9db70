// What the writer thread can be asked to do, and what it tells everybody after a commit.

import type { Change } from '../../model/change.js'
import type { InboxName, MessageId } from '../../model/ids.js'
import type { SessionRecord } from '../../model/session.js'
import type { RetentionLimits } from '../../model/stats.js'
import type { Commit, Copy, InboxRow, Marks, NewMessage } from '../store.js'

export interface WriterOptions {
  readonly folder: string
  readonly durable: boolean
  readonly retention: RetentionLimits
}

/** A body that arrived before its message, by the number that the main thread gave it. */
export type Token = number

/** One step of something that may take many. */
export interface Slice extends Commit {
  readonly more: boolean
}

export interface Opened {
  readonly name: string
  readonly newestSeq: number
  /** changes that were committed but never announced, because a writer died in between */
  readonly missed: readonly Change[]
}

/** Calls that change something and may share a transaction. */
export type WriterWork = {
  keep(message: NewMessage, body: Uint8Array | Token): Commit
  chunk(token: Token, n: number, start: number, octets: Uint8Array): void
  discard(token: Token): void
  remove(ids: readonly MessageId[], reason: NonNullable<Change['reason']>): Commit
  removeCopies(copies: readonly Copy[]): Commit
  mark(ids: readonly MessageId[], marks: Marks): Commit
  hide(maildrop: string, ids: readonly MessageId[]): void
  putInbox(inbox: InboxRow): Commit
  removeInbox(name: InboxName): Slice
  putSessions(sessions: readonly SessionRecord[]): void
  retain(now: number): Slice
  probe(): void
}

export type WriterCalls = WriterWork & {
  /** `announced`: the newest change that everybody was told of */
  open(announced: number | undefined): Opened
  close(): void
}

/** How much room the database itself knows of. */
export interface Room {
  /** octets inside the database that deleted mail left free */
  readonly reusable: number
  readonly ballast: number
  /** octets of ballast that are still to be made */
  readonly ballastMissing: number
  /** a limit that is exceeded by mail too young to be removed */
  readonly over: 'maxMessages' | 'maxStoreSize' | undefined
}

export interface Notice {
  readonly text: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Comes with every batch of the writer. */
export interface WriterNote {
  readonly changes: readonly Change[]
  readonly room: Room
  readonly notices: readonly Notice[]
}
