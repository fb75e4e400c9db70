// Holds requests against their schemas: the schemas are the one source, and what they do not name is refused.

import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import type { Compile, Validator } from 'typebox/compile'
import type { App } from '../app.js'
import { type InputPlace, wrongMember } from '../errors/wrong-member.js'
import { readParameters } from './parameters.js'

const places: Readonly<Record<string, InputPlace>> = {
  body: 'body',
  querystring: 'querystring',
  params: 'params',
  headers: 'headers',
}

/** Loading the compiler of schemas costs as much as all the rest, so it comes with the first request and not at the start. */
export function validateRequests(app: App): void {
  let compile: typeof Compile | undefined
  app.addHook('preValidation', (_, __, done) => {
    if (compile) return done()
    import('../schema/typebox-compile.js').then((compiler) => {
      compile = compiler.Compile
      done()
    }, done)
  })
  const compiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
    let validator: Validator | undefined
    return (input: unknown) => {
      validator ??= compile?.(schema)
      return check(input, { schema, validator, place: places[httpPart ?? ''] ?? 'body' })
    }
  }
  app.setValidatorCompiler(compiler)
}

interface Against {
  readonly schema: TSchema
  readonly validator: Validator | undefined
  readonly place: InputPlace
}

/** A body that is left out is an empty one: where a schema asks for nothing, nothing need be sent. */
function read(input: unknown, schema: TSchema, place: InputPlace): unknown {
  if (place === 'querystring') return readParameters(input, schema)
  return place === 'body' ? (input ?? {}) : input
}

function check(input: unknown, { schema, validator, place }: Against) {
  const value = read(input, schema, place)
  if (validator?.Check(value)) return { value }
  return { error: wrongMember({ schema, input: value, findings: validator?.Errors(value) ?? [] }, place) }
}
