// inbox: and tag: ask for a name; is: and has: for a property.

import { asInboxName } from '../../model/ids.js'
import { badSearch, type SearchField } from './search-field.js'

export const inbox = {
  name: 'inbox',
  example: 'inbox:w1',
  says: 'has a copy in that inbox',
  read: ({ text, position }) => {
    const name = asInboxName(text.toLowerCase())
    if (!name) throw badSearch(`"${text}" is no inbox; a name is 1 to 40 of a-z, 0-9 and -`, position)
    return { field: 'inbox' as const, name: name as string }
  },
} satisfies SearchField

export const tag = {
  name: 'tag',
  example: 'tag:release',
  says: 'carries that tag, written alike',
  read: ({ text, position }) => {
    if (text === '') throw badSearch('a tag is missing', position)
    return { field: 'tag' as const, name: text }
  },
} satisfies SearchField

export const has = {
  name: 'has',
  example: 'has:attachment',
  says: 'has an attachment',
  read: ({ text, position }) => {
    if (text.toLowerCase() !== 'attachment') {
      throw badSearch(`has: knows only has:attachment, got "${text}"`, position, 'attachment')
    }
    return { field: 'has' as const, thing: 'attachment' as const }
  },
} satisfies SearchField

export const is = {
  name: 'is',
  example: 'is:unread',
  says: 'was marked as read, or not yet: is:read, is:unread',
  read: ({ text, position }) => {
    const word = text.toLowerCase()
    if (word !== 'read' && word !== 'unread') {
      throw badSearch(`is: knows is:read and is:unread, got "${text}"`, position, 'unread')
    }
    return { field: 'is' as const, read: word === 'read' }
  },
} satisfies SearchField
