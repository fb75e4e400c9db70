// Expectations are read by the mailroom, whose errors know the grammar; the schemas of these routes describe them and do not judge.

import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import type { App } from '../app.js'

interface OwnCompiler {
  readonly validatorCompiler: FastifySchemaCompiler<TSchema>
}

/** For a route whose body, or query where it has no body, the mailroom reads. Everything else is validated as ever. */
export const readByMailroom = (app: App): OwnCompiler => ({
  validatorCompiler: (route) => {
    const isRead = route.httpPart === 'body' || route.method === 'GET'
    const compile = app.validatorCompiler
    if (isRead || !compile) return (input: unknown) => ({ value: input })
    return compile(route)
  },
})
