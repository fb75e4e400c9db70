// How Mailpit says that all is well, and that it is not: as plain text.

import type { FastifyReply } from 'fastify'
import { notFound } from '../../errors/problem.js'
import type { TellError } from '../peer-scope.js'

export const tell: TellError = (reply, status, text) => reply.code(status).type('text/plain').send(text)

export const ok = (reply: FastifyReply): FastifyReply => reply.type('text/plain').send('ok')

export const sendJson = (reply: FastifyReply, answer: unknown): FastifyReply =>
  reply.type('application/json').send(answer)

/** What every path says that is not there, or not switched on. */
export const nothingHere = '404 page not found'

export const noMessage = () => notFound('Message not found')
