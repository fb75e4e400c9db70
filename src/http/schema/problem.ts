// Schema of every error (RFC 9457).

import { Type } from './typebox.js'
import { text } from './words.js'

/** Some errors carry further members with facts. */
export const Problem = Type.Object(
  {
    type: text('`urn:mailhold:problem:badInput`'),
    title: text(),
    status: Type.Integer(),
    detail: text('what happened, for a person'),
    path: Type.Optional(text('the wrong member or parameter: `attachments[0].filename`')),
    position: Type.Optional(Type.Integer({ description: 'where in its text the mistake stands' })),
    suggestion: Type.Optional(text('what was probably meant')),
  },
  { title: 'Problem' },
)

/** An answer of a route that tells of an error. */
export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
