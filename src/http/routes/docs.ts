// GET /v1/openapi.json: the whole API for programs. GET /docs: the same for people.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { openApiOf } from '../describe-api.js'
import { docsFile, docsPage, docsPolicy, docsStart } from '../docs-page.js'
import { notFound } from '../errors/problem.js'
import { Type } from '../schema/typebox.js'

const config = { page: true }

export function docs(app: App, { options: { basePath } }: Context): void {
  const schema = { hide: true }
  let document: string | undefined
  app.get('/v1/openapi.json', { schema }, async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app))
    return reply.type('application/json; charset=utf-8').send(document)
  })

  for (const path of ['/docs', '/docs/']) {
    app.get(path, { schema, config }, async (_request, reply) => {
      reply.header('Content-Security-Policy', docsPolicy)
      return reply.type('text/html; charset=utf-8').send(docsPage(basePath))
    })
  }

  app.get('/docs/start.js', { schema }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(docsStart(basePath)),
  )

  const params = Type.Object({ file: Type.String() })
  app.get('/docs/:file', { schema: { ...schema, params } }, async (request, reply) => {
    const file = docsFile(request.params.file)
    if (!file) throw notFound('The pages about the API have no such file.')
    return reply.header('Cache-Control', 'private, max-age=3600').type(file.contentType).send(file.open())
  })
}
