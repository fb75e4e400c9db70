// The second line of the guard: rules that depend on the route, hooked in at the root so that they also cover what no route answers.
// They go by the route that was found, never by the text of the path, so that no encoding can come round them.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.js'
import { problemOf } from '../errors/problem.js'
import type { HttpOptions } from '../options.js'
import { allowOrigins, answerPreflight, isPreflight, permitOrigin } from './cors.js'
import { type Openness, refuseForeignPage } from './foreign-page.js'
import { createPasswordCheck } from './password.js'

declare module 'fastify' {
  interface FastifyContextConfig extends Openness {
    /** answers without a password: it tells nothing but that the process lives */
    readonly open?: boolean
  }
}

export function hookGuard(app: App, options: Pick<HttpOptions, 'corsOrigins' | 'verify'>): void {
  const isAllowed = allowOrigins(options.corsOrigins)
  app.addHook('onRequest', (request, reply, done) => {
    const reason = refuseForeignPage(request, request.routeOptions.config, isAllowed)
    if (reason) return void sendProblem(reply, 403, reason)
    const { origin } = request.headers
    if (options.corsOrigins.length > 0) reply.raw.setHeader('Vary', 'Origin')
    if (origin === undefined || !isAllowed(origin)) return done()
    permitOrigin(reply, origin)
    if (isPreflight(request)) answerPreflight(request, reply)
    else done()
  })
  if (options.verify) app.addHook('onRequest', passwordHook(options.verify))
}

function passwordHook(verify: NonNullable<HttpOptions['verify']>) {
  const isKnown = createPasswordCheck(verify)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.routeOptions.config.open || (await isKnown(request.headers.authorization))) return
    reply.header('WWW-Authenticate', 'Basic realm="Mailhold", charset="UTF-8"')
    return sendProblem(reply, 401, 'This Mailhold asks for a user name and a password (--http-auth).')
  }
}

const sendProblem = (reply: FastifyReply, status: number, detail: string) =>
  reply.code(status).type('application/problem+json').send(problemOf(status, detail))
