// The OpenAPI 3.1 document, made from the schemas that validate.

import swagger from '@fastify/swagger'
import type { App } from './app.js'

/** Must be called before the routes are. */
export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mailhold',
        description: 'Catches mail, keeps it, and lets tests and people look at it.',
        version,
        license: { name: 'MIT' },
      },
    },
  })
}

/** Schemas with a title stand once under `components`, and are referred to from where they are used. */
export function openApiOf(app: App): Record<string, unknown> {
  const schemas: Record<string, unknown> = {}
  const document = app.swagger()
  for (const operation of recordsIn(document.paths).flatMap(recordsIn)) markOptionalBody(operation)
  const paths = nameSchemas(document.paths, schemas)
  return { ...document, paths, components: { schemas } }
}

/** A body whose schemas ask for nothing may be left out, as it may be when requests are validated. */
function markOptionalBody({ requestBody }: Readonly<Record<string, unknown>>): void {
  if (!isRecord(requestBody)) return
  const schemas = recordsIn(requestBody.content).map(({ schema }) => schema)
  requestBody.required = schemas.some(asksForSomething)
}

const asksForSomething = (schema: unknown): boolean =>
  isRecord(schema) && (schema.minProperties !== undefined || schema.required !== undefined)

const recordsIn = (value: unknown): Record<string, unknown>[] =>
  isRecord(value) ? Object.values(value).filter(isRecord) : []

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A copy of `value` in which each titled object schema has become a reference, and stands in `schemas`. */
export function nameSchemas(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => nameSchemas(one, schemas))
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nameSchemas(one, schemas)]))
  if (typeof copy.title !== 'string' || copy.type !== 'object') return copy
  schemas[copy.title] = copy
  return { $ref: `#/components/schemas/${copy.title}` }
}
