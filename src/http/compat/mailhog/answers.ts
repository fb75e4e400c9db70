// How MailHog answers: JSON under a type of its own, and errors without a word.

import type { FastifyReply } from 'fastify'
import { notFound } from '../../errors/problem.js'
import type { TellError } from '../peer-scope.js'

/** Its npm client takes any words for JSON, so errors have none. */
export const tell: TellError = (reply, status) => reply.code(status).type('text/json').send('')

export const sendJson = (reply: FastifyReply, answer: unknown): FastifyReply =>
  reply.type('text/json').send(JSON.stringify(answer))

export const done = (reply: FastifyReply, status = 200): FastifyReply => tell(reply, status, '')

export const noMessage = () => notFound('There is no such message.')
