// The OpenAPI 3.1 document, made from the schemas that validate, and the pages that show it to people.

import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App } from './app.js'
import type { HttpOptions } from './options.js'

type Describing = Pick<HttpOptions, 'basePath' | 'version'>

// everything comes from this server; the reader's own style attributes need 'unsafe-inline'
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must be called before the routes are. */
export async function describeApi(app: App, options: Describing): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mailhold',
        description: 'Catches mail, keeps it, and lets tests and people look at it.',
        version: options.version,
        license: { name: 'MIT' },
      },
    },
  })
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(`${options.basePath}/docs`)) route.config = { ...route.config, page: true }
  })
  await app.register(swaggerUi, {
    routePrefix: `${options.basePath}/docs`,
    staticCSP: docsPolicy,
    transformSpecification: () => openApiOf(app),
    transformSpecificationClone: false,
    theme: { title: 'Mailhold API' },
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
  })
}

/** Schemas with a title stand once under `components`, and are referred to from where they are used. */
export function openApiOf(app: App): Record<string, unknown> {
  const schemas: Record<string, unknown> = {}
  const document = app.swagger()
  const paths = name(document.paths, schemas)
  return { ...document, paths, components: { schemas } }
}

/** A copy of `value` in which each titled object schema has become a reference, and stands in `schemas`. */
function name(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => name(one, schemas))
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, name(one, schemas)]))
  if (typeof copy.title !== 'string' || copy.type !== 'object') return copy
  schemas[copy.title] = copy
  return { $ref: `#/components/schemas/${copy.title}` }
}
