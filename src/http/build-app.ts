// The HTTP head as fastify sees it: a bare app, then the routes.

import type { FastifyServerFactory } from 'fastify'
import type { App } from './app.js'
import { bareApp } from './bare-app.js'
import { handOver } from './compat/hand-over.js'
import type { Context } from './context.js'
import { describeApi } from './describe-api.js'
import { describedResponses } from './described-responses.js'
import { routes } from './routes.js'
import { Type } from './schema/typebox.js'

/** @param serverFactory is handed the function that answers requests */
export async function buildApp(context: Context, serverFactory: FastifyServerFactory): Promise<App> {
  const { options } = context
  const app = bareApp({ options, serverFactory, first: (...bare) => handOver(...bare, context) })
  completeSchemas(app)
  await describeApi(app, options.version)
  await app.register(
    async (under) => {
      for (const route of routes) route(under, context)
    },
    { prefix: options.basePath },
  )
  await app.ready()
  return app
}

const noParameters = Type.Object({}, { additionalProperties: false })

/** A route that names no query parameters takes none, and every route may fail. */
function completeSchemas(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.schema) return
    route.schema.querystring ??= noParameters
    route.schema.response = describedResponses(route.schema)
  })
}
