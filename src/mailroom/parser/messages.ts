// What travels between the main thread and a parser thread.

import type { PreparedFacts } from '../../store/prepare-facts.js'

/** One piece of work. Pieces of one message are numbered by its `job` and come in order. */
export type ParserRequest =
  | {
      readonly kind: 'feed'
      readonly job: number
      readonly smtpUtf8: boolean
      readonly octets: Uint8Array
      /** the envelope's recipients, with the last piece */
      readonly last: readonly string[] | undefined
    }
  | { readonly kind: 'forget'; readonly job: number }
  | {
      readonly kind: 'decodeText'
      readonly job: number
      readonly octets: Uint8Array
      readonly charset: string | undefined
    }
  | {
      readonly kind: 'safeHtml'
      readonly job: number
      readonly html: string
      readonly cidImages: ReadonlyMap<string, string>
      readonly remoteImages: boolean
      readonly scheme?: 'light' | 'dark'
    }

/** What is found of one message: its facts as the store takes them, and what decides where it goes. */
export interface Found {
  readonly facts: PreparedFacts
  /** the name of an inbox, as the header names it */
  readonly namedInbox: string | undefined
  /** the Message-ID field, by which attempts to deliver the same mail are known */
  readonly messageId: string | undefined
}

/** `ready` once, then one answer a request (`forget` has none), in order. */
export type ParserAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'fed'; readonly job: number }
  | { readonly kind: 'found'; readonly job: number; readonly found: Found }
  | { readonly kind: 'text'; readonly job: number; readonly text: string }
  | { readonly kind: 'safe'; readonly job: number; readonly html: string; readonly remoteBlocked: number }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string }
