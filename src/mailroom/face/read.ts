// Reading: lists, whole messages, their octets, bodies and parts.

import type { Message, MessageSummary } from '../../model/message.js'

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
  /** the scheme that the reader's system is said to ask for; unset, the browser says it */
  readonly scheme?: 'light' | 'dark'
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

export interface InboxFacts {
  readonly name: string
  readonly messages: number
  readonly unread: number
  readonly newestAt?: number
  readonly expiresAt?: number
}
