// Schemas of what `/v1/messages` takes and answers.

import { Summary } from './summary.js'
import { Type } from './typebox.js'
import { count, cursorText, exactly, flag, listOf, orNull, text } from './words.js'

export const List = exactly('List', {
  messages: listOf(Summary),
  nextPage: orNull(text('give it as `page` for the next page')),
  cursor: cursorText,
  total: Type.Optional(count('how many messages match in all')),
})

const Tag = Type.String({
  description: 'text without control characters',
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\p{Cc}]*$',
})
const Tags = Type.Array(Tag, { maxItems: 100 })

export const Marks = Type.Object(
  {
    read: Type.Optional(flag('mark as read or unread')),
    addTags: Type.Optional(Tags),
    removeTags: Type.Optional(Tags),
  },
  { title: 'Marks', additionalProperties: false, minProperties: 1 },
)

export const Changed = exactly('Changed', { changed: count() })

export const Deleted = exactly('Deleted', { deleted: count() })
