// PATCH /v1/messages?ids=|inbox=|q=: marks and tags many.

import type { Changed as WireChanged } from '../../../wire/list.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { badInput } from '../../errors/problem.js'
import { narrowingToChange } from '../../input/narrowing.js'
import { Changed, Marks } from '../../schema/list.js'
import { NarrowingToChange } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'

const Query = Type.Object(NarrowingToChange, { additionalProperties: false })

export function markMessages(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'markMessages',
    summary: 'Mark or tag many messages',
    tags: ['messages'],
    querystring: Query,
    body: Marks,
    response: { 200: Changed },
  }
  app.patch('/v1/messages', { schema }, async ({ query, body }): Promise<WireChanged> => {
    const narrowing = narrowingToChange(query)
    if (Object.keys(narrowing).length === 0) throw badInput('ids', 'Say which messages: ids=, inbox= or q=.')
    return { changed: await mailroom.mark(narrowing, body) }
  })
}
