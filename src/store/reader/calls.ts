// What a reading thread can be asked.

import type { Change } from '../../model/change.js'
import type { InboxName, MessageId } from '../../model/ids.js'
import type { Message, MessageSummary } from '../../model/message.js'
import type { SessionRecord } from '../../model/session.js'
import type { InboxStats, StoreStats } from '../../model/stats.js'
import type {
  InboxRow,
  MaildropEntry,
  MaildropScope,
  Selection,
  SessionFilter,
  WholeMessage,
} from '../store.js'
import type { BodyPiece } from './pieces.js'
import type { Found, Stretch, StretchRequest } from './selections.js'

export interface ReaderOptions {
  readonly file: string
}

export type ReaderCalls = {
  page(request: StretchRequest): Found<MessageSummary>
  wholePage(request: StretchRequest, withOctets: boolean): Found<WholeMessage>
  ids(request: StretchRequest): Found<{ readonly seq: number; readonly id: MessageId }>
  count(selection: Selection, stretch: Stretch): { readonly count: number; readonly rest?: Stretch }
  messages(ids: readonly MessageId[]): readonly Message[]
  firstPiece(id: MessageId, start: number, end: number): BodyPiece | undefined
  nextPiece(of: { body: number; size: number }, n: number, start: number, end: number): BodyPiece | undefined
  maildrop(scope: MaildropScope, hiddenFrom: string, after: number): readonly MaildropEntry[]
  changesAfter(seq: number, limit: number): readonly Change[] | 'tooOld'
  inboxes(): readonly (InboxRow & InboxStats)[]
  inbox(name: InboxName): (InboxRow & InboxStats) | undefined
  tags(): readonly { readonly name: string; readonly messages: number }[]
  session(id: string): SessionRecord | undefined
  sessions(filter: SessionFilter): readonly SessionRecord[]
  stats(): StoreStats
}
