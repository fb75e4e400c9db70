// /api/v1/messages belongs to Mailpit, whose path it is too; these answer where Mailpit is switched off.

import type { App } from '../../../app.js'
import type { Context } from '../../../context.js'
import { slice } from '../../walk.js'
import { done, sendJson } from '../answers.js'
import { itemsOf } from '../list.js'

export function alone(scope: App, { mailroom }: Context): void {
  scope.get('/api/v1/messages', async (_request, reply) => {
    const page = await slice(mailroom, { order: 'newest' }, { start: 0, limit: 1000 })
    return sendJson(reply, await itemsOf(mailroom, page))
  })

  scope.delete('/api/v1/messages', async (_request, reply) => {
    await mailroom.remove({ all: true })
    return done(reply)
  })
}
