// The search language in a table, for help texts and documentation.

import { searchFields } from './fields/registry.js'
import { anyText } from './fields/words.js'

export interface SearchHelp {
  readonly example: string
  readonly says: string
}

/** One row per thing that can be written, in the order in which a newcomer needs them. */
export const searchHelp: readonly SearchHelp[] = [
  { example: anyText.example, says: anyText.says },
  { example: '"your order"', says: 'these words one after the other' },
  { example: 'conf*', says: 'words that begin so; "your ord"* for a phrase' },
  ...searchFields.map(({ example, says }) => ({ example, says })),
  { example: '-subject:test', says: 'not this' },
  {
    example: '(from:ada OR from:bob) invoice',
    says: 'OR and parentheses; things side by side must all match',
  },
]
