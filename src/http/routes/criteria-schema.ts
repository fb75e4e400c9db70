// GET /v1/criteria.schema.json: the grammar of expectations as JSON Schema, for editors and programs.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { nameSchemas } from '../describe-api.js'
import { Type } from '../schema/typebox.js'
import { AssertBody, WaitBody } from '../schema/wait.js'

const home = '#/components/schemas/'

export function criteriaSchema(app: App, _context: Context): void {
  const schema = {
    operationId: 'getCriteriaSchema',
    summary: 'The grammar of expectations as JSON Schema',
    tags: ['wait'],
    response: { 200: { content: { 'application/schema+json': { schema: Type.Object({}) } } } },
  }
  let text: string | undefined
  app.get('/v1/criteria.schema.json', { schema }, (_request, reply) => {
    text ??= JSON.stringify(criteriaDocument())
    return reply.type('application/schema+json; charset=utf-8').send(text)
  })
}

/** Takes what a file of expectations may hold, an assertion or its list alone, and one expectation. */
export function criteriaDocument(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {}
  const bodies = [AssertBody, AssertBody.properties.expectations, WaitBody]
  const anyOf = bodies.map((body) => nameSchemas(body, schemas))
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Mailhold expectations',
    anyOf,
    $defs: schemas,
  }
  return JSON.parse(JSON.stringify(document).replaceAll(home, '#/$defs/'))
}
