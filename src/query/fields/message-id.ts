// message-id: the Message-ID field, with or without its angle brackets.

import type { Searched } from '../subject.js'
import { badSearch, type SearchField } from './search-field.js'

/** `<1@example.com>` without its angle brackets. */
export const bareMessageId = (text: string): string => text.trim().replace(/^<(.*)>$/s, '$1')

export const messageId = {
  name: 'message-id',
  example: 'message-id:20260801.1@example.com',
  says: 'the whole Message-ID, case kept',
  read: ({ text, position }) => {
    const id = bareMessageId(text)
    if (id === '') throw badSearch('a Message-ID is missing', position)
    return { field: 'messageId' as const, id }
  },
} satisfies SearchField

export const holdsMessageId = ({ id }: { readonly id: string }, { facts }: Searched): boolean =>
  facts.messageId === id
