// GET /v1/messages/{id}/view: the HTML mail made safe for a sandboxed frame.

import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { viewPolicy } from '../../mail-policy.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { findMessage } from './find.js'

const Query = Type.Object(
  {
    ...LatestOf.properties,
    remote: Type.Optional(Type.Boolean({ description: 'let the browser load pictures from other servers' })),
    scheme: Type.Optional(
      Type.Enum(['light', 'dark'], {
        description: 'what the media queries of the mail take the reader’s system to ask for',
      }),
    ),
  },
  { additionalProperties: false },
)

export function view(app: App, context: Context): void {
  const schema = {
    operationId: 'getMessageView',
    summary: 'The HTML of a mail, made safe for a sandboxed frame',
    tags: ['message'],
    params: MessageParams,
    querystring: Query,
    response: { 200: { content: { 'text/html': { schema: Type.String() } } } },
  }
  app.get('/v1/messages/:id/view', { schema }, async ({ params, query }, reply) => {
    const message = await findMessage(context, params.id, query)
    const remoteImages = query.remote ?? false
    const safe = await context.mailroom.view(message, {
      remoteImages,
      ...(query.scheme && { scheme: query.scheme }),
    })
    if (!safe) throw notFound(`Message ${message.summary.id} has no HTML.`)
    reply.header('Content-Security-Policy', viewPolicy(remoteImages ? 'remote' : 'inline'))
    reply.header('X-Mailhold-Remote-Blocked', String(safe.remoteBlocked))
    return reply.type('text/html; charset=utf-8').send(safe.html)
  })
}
