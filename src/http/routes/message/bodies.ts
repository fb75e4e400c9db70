// GET /v1/messages/{id}/text and /html: the decoded bodies, always as plain text.

import type { Bodies } from '../../../mailroom/mailroom.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { mailPolicy } from '../../mail-policy.js'
import { isLong, piecesOf, streamPieces } from '../../octets/long-text.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { findMessage } from './find.js'

const plainText = { content: { 'text/plain': { schema: Type.String() } } }

const kinds = [
  {
    name: 'text',
    operationId: 'getMessageText',
    summary: 'The decoded text',
    pick: ({ text }: Bodies) => text,
  },
  {
    name: 'html',
    operationId: 'getMessageHtml',
    summary: 'The decoded HTML, as source',
    pick: ({ html }: Bodies) => html,
  },
] as const

export function bodies(app: App, context: Context): void {
  for (const { name, operationId, summary, pick } of kinds) {
    const schema = {
      operationId,
      summary,
      tags: ['message'],
      params: MessageParams,
      querystring: LatestOf,
      response: { 200: plainText },
    }
    app.get(`/v1/messages/:id/${name}`, { schema }, async ({ params, query }, reply) => {
      const message = await findMessage(context, params.id, query)
      const body = pick(await context.mailroom.bodies(message))
      if (body === undefined) throw notFound(`Message ${message.summary.id} has no ${name}.`)
      reply.header('Content-Security-Policy', mailPolicy)
      const sent = isLong(body) ? streamPieces(piecesOf(body)) : body
      return reply.type('text/plain; charset=utf-8').send(sent)
    })
  }
}
