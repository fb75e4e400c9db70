// GET /v1/openapi.json: the whole API for programs. The pages for people are at /docs.

import type { App } from '../app.js'
import { openApiOf } from '../describe-api.js'

export function docs(app: App): void {
  let text: string | undefined
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(openApiOf(app))
    return reply.type('application/json; charset=utf-8').send(text)
  })
}
