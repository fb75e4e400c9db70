// A fastify instance with everything but routes: guard, validation, errors.

import fastify, { type FastifyServerFactory, type RawServerDefault } from 'fastify'
import type { App, SchemaTypes } from './app.js'
import { answerError, handleErrors } from './errors/handler.js'
import { hookGuard } from './guard/hooks.js'
import { validateRequests } from './input/validation.js'
import { knownPaths, type MethodsAt } from './known-paths.js'
import type { HttpOptions } from './options.js'

const jsonLimit = 1024 * 1024

// With factories of its own fastify does not load Ajv, which takes longer than all the rest of the start. They are never called:
// the compilers set below come first. The types name Ajv's, but any compiler would do.
const noFactory = () => {
  throw new Error('compilers are set before any route is')
}
const withoutAjv = { compilersFactory: { buildValidator: noFactory, buildSerializer: noFactory } }

interface BareApp {
  readonly options: Pick<HttpOptions, 'log' | 'corsOrigins' | 'verify'>
  /** is handed the function that answers requests */
  readonly serverFactory: FastifyServerFactory
  /** looks at requests before the guard does */
  readonly first?: (app: App, methodsAt: MethodsAt) => void
}

export function bareApp({ options, serverFactory, first }: BareApp): App {
  const { log } = options
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
  const methodsAt = knownPaths(app)
  first?.(app, methodsAt)
  hookGuard(app, options)
  handleErrors(app, log, methodsAt)
  validateRequests(app)
  return app
}

// What routes answer was made from `wire` types; a serializer of its own would only copy it once more.
const toJson =
  () =>
  (data: unknown): string =>
    JSON.stringify(data)
