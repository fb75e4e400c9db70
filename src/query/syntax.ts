// The tree that a search text becomes: understood by the store (as SQL) and by the matcher (on one message).

import type { Place } from '../model/change.js'

/** How an address is asked for: whole, by its domain, or with `*`. Compared without regard to case. */
export type AddressPattern =
  | { readonly form: 'exact'; readonly address: string }
  | { readonly form: 'domain'; readonly domain: string }
  | { readonly form: 'glob'; readonly glob: string }

export type AddressField = 'from' | 'to' | 'cc' | 'bcc' | 'recipient'
export type WordsField = 'text' | 'subject' | 'body' | 'filename'

/** One thing asked of a message. */
export type Condition =
  /** words that follow each other; `text` looks at subject, addresses, attachment names and visible text; `prefix` lets the last word be the beginning of one */
  | { readonly field: WordsField; readonly words: string; readonly prefix: boolean }
  | { readonly field: AddressField; readonly pattern: AddressPattern }
  /** a header field of that name, whose decoded value contains `value` when one is given; case ignored */
  | { readonly field: 'header'; readonly name: string; readonly value: string | undefined }
  /** without angle brackets, case kept */
  | { readonly field: 'messageId'; readonly id: string }
  | { readonly field: 'inbox'; readonly name: string }
  | { readonly field: 'tag'; readonly name: string }
  | { readonly field: 'has'; readonly thing: 'attachment' }
  | { readonly field: 'is'; readonly read: boolean }
  | { readonly field: 'after' | 'before'; readonly place: Place }
  | { readonly field: 'larger' | 'smaller'; readonly octets: number }

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'is'; readonly condition: Condition }

/** The tree that every message satisfies. */
export const everything: Expression = { kind: 'and', operands: [] }
