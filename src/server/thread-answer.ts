// What the thread of a Mailhold tells.

import type { Running } from './started.js'

export type ThreadAnswer =
  | { readonly kind: 'started'; readonly running: Omit<Running, 'stop'> }
  | { readonly kind: 'stopped' }
  /** `text` is the sentence for a person */
  | { readonly kind: 'failed'; readonly text: string }
