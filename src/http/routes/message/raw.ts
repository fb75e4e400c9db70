// GET /v1/messages/{id}/raw: the exact octets that were sent, or a range of them.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Message } from '../../../model/message.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { problemOf } from '../../errors/problem.js'
import { mailPolicy } from '../../mail-policy.js'
import { readRange } from '../../octets/byte-range.js'
import { noOctets, octetStream } from '../../octets/octet-stream.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { problemResponse } from '../../schema/problem.js'
import { Type } from '../../schema/typebox.js'
import { findMessage } from './find.js'

const octets = { content: { 'message/rfc822': { schema: Type.String({ format: 'binary' }) } } }

export function raw(app: App, context: Context): void {
  const schema = {
    operationId: 'getMessageRaw',
    summary: 'The exact octets of a message',
    tags: ['message'],
    params: MessageParams,
    querystring: LatestOf,
    response: {
      200: octets,
      206: { description: 'The range that was asked for', ...octets },
      304: Type.Null({ description: 'The client has these octets already' }),
      416: problemResponse('The range begins behind the last octet'),
    },
  }
  app.get('/v1/messages/:id/raw', { schema }, async (request, reply) => {
    const message = await findMessage(context, request.params.id, request.query)
    reply.header('Content-Security-Policy', mailPolicy)
    reply.header('Accept-Ranges', 'bytes')
    reply.header('ETag', etagOf(message))
    // a message never changes, but it may be deleted, so caches must ask
    reply.header('Cache-Control', 'private, no-cache')
    if (namesThis(request.headers['if-none-match'], message)) return sendUnchanged(request, reply)
    return sendOctets(message, request, { reply, context })
  })
}

const etagOf = (message: Message): string => `"${message.sha256}"`

const namesThis = (header: string | undefined, message: Message): boolean =>
  header === '*' ||
  (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(message))

// RFC 9110 §8.6: no length but that of the 200. For HEAD without octets the framework would announce one of 0.
const sendUnchanged = ({ method }: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(304).send(method === 'HEAD' ? noOctets() : undefined)

interface Answering {
  readonly reply: FastifyReply
  readonly context: Context
}

function sendOctets(message: Message, request: FastifyRequest, { reply, context }: Answering): FastifyReply {
  const { size } = message.summary
  const ifRange = request.headers['if-range']
  const isFresh = ifRange === undefined || ifRange === etagOf(message)
  // RFC 9110 §14.2: for GET alone
  const isRanged = isFresh && request.method === 'GET'
  const range = isRanged ? readRange(request.headers.range, size) : undefined
  if (range === 'unsatisfiable') {
    reply.header('Content-Range', `bytes */${size}`)
    const problem = problemOf(416, `The message has ${size} octets; the range begins behind them.`)
    return reply.code(416).type('application/problem+json').send(problem)
  }
  const { start, end } = range ?? { start: 0, end: size }
  if (range) reply.code(206).header('Content-Range', `bytes ${start}-${end - 1}/${size}`)
  reply.type('message/rfc822').header('Content-Length', String(end - start))
  reply.header('Content-Disposition', `attachment; filename="${message.summary.id}.eml"`)
  if (request.method === 'HEAD') return reply.send(noOctets())
  return reply.send(octetStream(context.mailroom.raw(message, start, end)))
}
