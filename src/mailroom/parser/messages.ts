// What travels between the main thread and a parser thread.

import type { MailFacts } from '../../model/facts.js'

/** One piece of work. Pieces of one message are numbered by its `job` and come in order. */
export type ParserRequest =
  | {
      readonly kind: 'feed'
      readonly job: number
      readonly smtpUtf8: boolean
      readonly octets: Uint8Array
      readonly last: boolean
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
    }

/** `ready` once, then one answer a request (`forget` has none), in order. */
export type ParserAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'fed'; readonly job: number }
  | { readonly kind: 'facts'; readonly job: number; readonly facts: MailFacts }
  | { readonly kind: 'text'; readonly job: number; readonly text: string }
  | { readonly kind: 'safe'; readonly job: number; readonly html: string; readonly remoteBlocked: number }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string }
