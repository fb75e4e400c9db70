// DELETE /v1/messages/{id}.

import type { Deleted as WireDeleted } from '../../../wire/list.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { Deleted } from '../../schema/list.js'
import { ExactId } from '../../schema/narrowing.js'

export function removeMessage(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'deleteMessage',
    summary: 'Delete one message',
    tags: ['message'],
    params: ExactId,
    response: { 200: Deleted },
  }
  app.delete('/v1/messages/:id', { schema }, async ({ params: { id } }): Promise<WireDeleted> => {
    const deleted = await mailroom.remove({ ids: [id] })
    if (deleted === 0) throw notFound(`There is no message "${id}"; it may have been deleted before.`)
    return { deleted }
  })
}
