// The HTTP head as fastify sees it: guard, validation, errors, then the routes.

import fastify, { type FastifyServerFactory, type RawServerDefault } from 'fastify'
import { Type } from 'typebox'
import type { App, SchemaTypes } from './app.js'
import type { Context } from './context.js'
import { describeApi } from './describe-api.js'
import { answerError, handleErrors } from './errors/handler.js'
import { hookGuard } from './guard/hooks.js'
import { validateRequests } from './input/validation.js'
import { routes } from './routes.js'
import { Problem } from './schema/problem.js'

const jsonLimit = 1024 * 1024

// With factories of its own fastify does not load Ajv, which takes longer than all the rest of the start. They are never called:
// the compilers set below come first. The types name Ajv's, but any compiler would do.
const noFactory = () => {
  throw new Error('compilers are set before any route is')
}
const withoutAjv = { compilersFactory: { buildValidator: noFactory, buildSerializer: noFactory } }

/** @param serverFactory is handed the function that answers requests */
export async function buildApp(context: Context, serverFactory: FastifyServerFactory): Promise<App> {
  const { basePath, log } = context.options
  const app: App = fastify<RawServerDefault>({
    serverFactory,
    bodyLimit: jsonLimit,
    forceCloseConnections: false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, { reply, log }),
    routerOptions: { maxParamLength: 300 },
    schemaController: withoutAjv,
  }).withTypeProvider<SchemaTypes>()
  app.setSerializerCompiler(toJson)
  app.removeContentTypeParser('text/plain')
  hookGuard(app, context.options)
  handleErrors(app, log)
  validateRequests(app)
  completeSchemas(app)
  await describeApi(app, context.options.version)
  await app.register(
    async (under) => {
      for (const route of routes) route(under, context)
    },
    { prefix: basePath },
  )
  await app.ready()
  return app
}

// What routes answer was made from `wire` types; a serializer of its own would only copy it once more.
const toJson =
  () =>
  (data: unknown): string =>
    JSON.stringify(data)

const noParameters = Type.Object({}, { additionalProperties: false })

const anyProblem = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: Problem } },
}

/** A route that names no query parameters takes none, and every route may fail. */
function completeSchemas(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.schema) return
    route.schema.querystring ??= noParameters
    route.schema.response = Object.assign({}, route.schema.response, { default: anyProblem })
  })
}
