// DELETE /v1/messages: by ids, inbox or search, or all; nothing is removed by leaving things out.

import type { Static } from 'typebox'
import type { Deleted as WireDeleted } from '../../../wire/list.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { badInput } from '../../errors/problem.js'
import { narrowingToChange } from '../../input/narrowing.js'
import { Deleted } from '../../schema/list.js'
import { NarrowingToChange, Span } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'

const Query = Type.Object(
  {
    ...NarrowingToChange,
    before: Span.before,
    all: Type.Optional(Type.Boolean({ description: 'really every message' })),
  },
  { additionalProperties: false },
)

export function removeMessages(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'deleteMessages',
    summary: 'Delete many messages',
    tags: ['messages'],
    querystring: Query,
    response: { 200: Deleted },
  }
  app.delete('/v1/messages', { schema }, async ({ query }): Promise<WireDeleted> => {
    const narrowing = narrowingToChange(query)
    return { deleted: await mailroom.remove({ ...narrowing, all: isEverything(query) }) }
  })
}

function isEverything({ ids, inbox, q, all }: Static<typeof Query>): boolean {
  const isNarrowed = ids !== undefined || inbox !== undefined || q !== undefined
  if (isNarrowed && all)
    throw badInput('all', 'all=true and ids=, inbox= or q= contradict each other; leave one out.')
  if (!isNarrowed && !all)
    throw badInput('all', 'Nothing was deleted: say ids=, inbox= or q=, or all=true for every message.')
  return !isNarrowed
}
