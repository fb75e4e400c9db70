// The HTTP head as fastify sees it: guard, validation, errors, then the routes.

import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerFactory,
  type FastifyTypeProvider,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Context } from './context.js'
import { describeApi } from './describe-api.js'
import { answerError, handleErrors } from './errors/handler.js'
import { hookGuard } from './guard/hooks.js'
import { validateRequests } from './input/validation.js'
import { routes } from './routes.js'

/** What a route reads has the types of its schemas; what it answers has the types of `wire`, which a test holds against the schemas. */
export interface SchemaTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  readonly serializer: unknown
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  SchemaTypes
>

const jsonLimit = 1024 * 1024

/** @param serverFactory is handed the function that answers requests */
export async function buildApp(context: Context, serverFactory: FastifyServerFactory): Promise<App> {
  const { basePath, log } = context.options
  const app: App = fastify<RawServerDefault>({
    serverFactory,
    bodyLimit: jsonLimit,
    forceCloseConnections: false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, { reply, log }),
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<SchemaTypes>()
  app.setSerializerCompiler(toJson)
  app.removeContentTypeParser('text/plain')
  hookGuard(app, context.options)
  handleErrors(app, log)
  validateRequests(app)
  refuseUnknownParameters(app)
  await describeApi(app, context.options)
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

/** A route that names no query parameters takes none. */
function refuseUnknownParameters(app: App): void {
  app.addHook('onRoute', (route) => {
    if (route.schema && !route.schema.querystring) route.schema.querystring = noParameters
  })
}
