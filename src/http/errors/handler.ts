// The one funnel: whatever a route throws leaves here as a problem document, and the unknown is logged once and not shown.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { MailholdError } from '../../model/errors.js'
import type { Problem } from '../../wire/problem.js'
import type { App } from '../app.js'
import type { MethodsAt } from '../known-paths.js'
import type { HttpLog } from '../options.js'
import { problemOf, problemOfMailhold } from './problem.js'

export function handleErrors(app: App, log: HttpLog, methodsAt: MethodsAt): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, { reply, log }))
  app.setNotFoundHandler((request, reply) => {
    const { method } = request
    const path = request.url.split('?', 1)[0] ?? ''
    const what = `${method} ${path.slice(0, 200)}`
    const allowed = methodsAt(path)
    if (allowed.length === 0 || allowed.includes(method))
      return send(reply, problemOf(404, `There is nothing at ${what}; the API is described at /docs.`))
    const detail = `${what} is not possible; this path takes ${allowed.join(', ')}.`
    return send(reply.header('Allow', allowed.join(', ')), problemOf(405, detail, 'methodNotAllowed'))
  })
}

interface Answering {
  readonly reply: FastifyReply
  readonly log: HttpLog
}

export function answerError(
  error: unknown,
  request: FastifyRequest,
  { reply, log }: Answering,
): FastifyReply {
  const problem = knownProblem(error, request)
  if (problem) return send(reply, problem)
  log.error({ err: error, method: request.method, url: request.url }, 'a request failed unexpectedly')
  return send(reply, problemOf(500, 'Something went wrong inside; the log of the server says what.'))
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header('Retry-After', '1')
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

function knownProblem(error: unknown, request: FastifyRequest): Problem | undefined {
  if (error instanceof MailholdError) return problemOfMailhold(error)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? frameworkProblems[code]?.(request) : undefined
}

const mediaType = (request: FastifyRequest): Problem =>
  problemOf(
    415,
    `A body of type "${(request.headers['content-type'] ?? '').slice(0, 100)}" is not taken here; set Content-Type to ${takenTypes(request).join(' or ')}.`,
  )

function takenTypes({ routeOptions }: FastifyRequest): readonly string[] {
  const body = routeOptions.schema?.body
  const content = typeof body === 'object' && body !== null && 'content' in body ? body.content : undefined
  return typeof content === 'object' && content !== null ? Object.keys(content) : ['application/json']
}

const badJson = (): Problem => problemOf(400, 'The body is not valid JSON.')

/** What fastify itself refuses, in our words. */
const frameworkProblems: Readonly<Record<string, (request: FastifyRequest) => Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: mediaType,
  FST_ERR_CTP_INVALID_CONTENT_TYPE: mediaType,
  FST_ERR_CTP_EMPTY_TYPE: mediaType,
  FST_ERR_CTP_INVALID_JSON_BODY: badJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: () => problemOf(400, 'The body is empty; send a JSON object.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    problemOf(400, 'The body is not as long as its Content-Length says.'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => problemOf(413, 'A JSON body may have 1 MB at most.'),
  FST_ERR_BAD_URL: () => problemOf(400, 'The path is not validly percent-encoded.'),
  // nobody reads this: the client broke off while it sent its body
  ECONNRESET: () => problemOf(400, 'The client went away before its request was complete.'),
  FST_ERR_MAX_PARAM_LENGTH: () => problemOf(404, 'No name here is that long.'),
}
