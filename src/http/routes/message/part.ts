// GET /v1/messages/{id}/parts/{path}: the decoded octets of a part, as a download unless it is a safe picture.

import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { mailPolicy } from '../../mail-policy.js'
import { disposition } from '../../octets/disposition.js'
import { noOctets, octetStream } from '../../octets/octet-stream.js'
import { partType } from '../../octets/part-type.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { findMessage } from './find.js'

const Params = Type.Object({
  ...MessageParams.properties,
  path: Type.String({ description: '`1.2`' }),
})

const anything = { content: { '*/*': { schema: Type.String({ format: 'binary' }) } } }

export function part(app: App, context: Context): void {
  const schema = {
    operationId: 'getMessagePart',
    summary: 'The decoded octets of a part',
    tags: ['message'],
    params: Params,
    querystring: LatestOf,
    response: { 200: anything },
  }
  app.get('/v1/messages/:id/parts/:path', { schema }, async (request, reply) => {
    const { id, path } = request.params
    const message = await findMessage(context, id, request.query)
    const open = await context.mailroom.part(message, path)
    if (!open) throw notFound(`Message ${message.summary.id} has no part "${path.slice(0, 60)}".`)
    const { contentType, kind } = partType(open.contentType, open.charset)
    reply.header('Content-Security-Policy', mailPolicy)
    reply.header('Content-Disposition', disposition(kind, open.filename || `part-${path}`))
    reply.type(contentType)
    if (request.method === 'HEAD') return reply.send(noOctets())
    return reply.send(octetStream(open.octets))
  })
}
