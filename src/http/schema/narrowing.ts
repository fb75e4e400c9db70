// Query parameters that say which messages are meant, the same on every route that has them.

import { longestSearch } from '../../model/limits.js'
import { Type } from './typebox.js'

// no mail is in an inbox of an impossible name, which is no error; an empty name is a slip, often a variable that was not set
const inbox = Type.String({ minLength: 1, maxLength: 100, description: 'only mail of this inbox' })
const q = Type.String({
  maxLength: longestSearch,
  description: 'search text: `from:*@example.com has:attachment`',
})
const place = (word: string) =>
  Type.String({
    minLength: 1,
    maxLength: 100,
    description: `${word} this cursor or RFC 3339 time, exclusive`,
  })

export const Narrowing = {
  inbox: Type.Optional(inbox),
  q: Type.Optional(q),
}

export const Span = {
  after: Type.Optional(place('after')),
  before: Type.Optional(place('before')),
}

/** Ids come as `ids=a,b` or repeated. */
export const Ids = Type.Optional(
  Type.Array(Type.String({ description: 'a message id', pattern: '^[a-z0-9]{1,40}$' }), {
    minItems: 1,
    maxItems: 1000,
  }),
)

/** Which messages a route changes or removes; `narrowingToChange` refuses a search that is blank by accident. */
export const NarrowingToChange = {
  ids: Ids,
  inbox: Narrowing.inbox,
  q: Type.Optional(Type.String({ maxLength: longestSearch, description: 'search text that is not blank' })),
}

export const MessageParams = Type.Object({
  id: Type.String({ description: 'a message id, or `latest` for the newest that `inbox` and `q` leave' }),
})

/** `latest` is narrowed by these; they are of no use with another id, and harmless. */
export const LatestOf = Type.Object(Narrowing, { additionalProperties: false })

/** Changing and removing need to know which one is meant: `latest` is no answer to that. */
export const ExactId = Type.Object({
  id: Type.String({ description: 'a message id, and not latest', pattern: '^(?!latest$)[a-z0-9]{1,40}$' }),
})
