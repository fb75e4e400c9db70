// GET /livez and /readyz: for whatever watches over the process. They need no password.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { problemOf } from '../errors/problem.js'
import { problemResponse } from '../schema/problem.js'
import { Ready } from '../schema/status.js'

export function health(app: App, { mailroom, options }: Context): void {
  const config = { open: true }
  const live = {
    operationId: 'getLiveness',
    summary: 'The process is up',
    tags: ['server'],
    response: { 200: Ready },
  }
  app.get('/livez', { schema: live, config }, async () => ({ status: 'ok' as const }))

  const ready = {
    operationId: 'getReadiness',
    summary: 'The store really wrote and read a row just now',
    tags: ['server'],
    response: { 200: Ready, 503: problemResponse('The store did not') },
  }
  app.get('/readyz', { schema: ready, config }, async (_request, reply) => {
    try {
      await mailroom.probe()
      return { status: 'ok' as const }
    } catch (error) {
      options.log.warn({ err: error }, 'not ready: the store did not write and read a row')
      return reply
        .code(503)
        .type('application/problem+json')
        .send(problemOf(503, 'The store did not write and read a row.', 'storeFailed'))
    }
  })
}
