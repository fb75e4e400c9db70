// GET /v1/messages: a page of summaries.

import type { List as WireList } from '../../../wire/list.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { narrowingOf } from '../../input/narrowing.js'
import { List } from '../../schema/list.js'
import { Narrowing, Span } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { summaryForm } from '../../wire-form/summary.js'

const Query = Type.Object(
  {
    ...Narrowing,
    ...Span,
    page: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: "the last answer's `nextPage`" }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
    order: Type.Optional(Type.Enum(['newest', 'oldest'])),
    total: Type.Optional(Type.Boolean({ description: 'also count all that match' })),
  },
  { additionalProperties: false },
)

export function listMessages(app: App, { mailroom, forming }: Context): void {
  const schema = {
    operationId: 'listMessages',
    summary: 'Messages, a page at a time',
    tags: ['messages'],
    querystring: Query,
    response: { 200: List },
  }
  app.get('/v1/messages', { schema }, async ({ query }): Promise<WireList> => {
    const { page, limit = 50, order = 'newest', total = false } = query
    const answer = await mailroom.list({ ...narrowingOf(query), ...(page && { page }), limit, order, total })
    return {
      messages: answer.messages.map((summary) => summaryForm(summary, forming)),
      nextPage: answer.nextPage ?? null,
      cursor: answer.cursor,
      ...(answer.total !== undefined && { total: answer.total }),
    }
  })
}
