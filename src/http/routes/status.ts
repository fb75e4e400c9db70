// GET /v1/status: version, listeners, limits, counts, sizes.

import type { Status as WireStatus } from '../../wire/status.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { Status } from '../schema/status.js'
import { statusForm } from '../wire-form/status.js'

export function status(app: App, { mailroom, options }: Context): void {
  const schema = {
    operationId: 'getStatus',
    summary: 'How the server is',
    tags: ['server'],
    response: { 200: Status },
  }
  app.get(
    '/v1/status',
    { schema },
    async (): Promise<WireStatus> => statusForm(await mailroom.status(), options, Date.now()),
  )
}
