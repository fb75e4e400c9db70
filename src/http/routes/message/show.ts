// GET /v1/messages/{id}: everything about one. Looking changes nothing.

import type { Bodies } from '../../../mailroom/mailroom.js'
import type { Message as WireMessage } from '../../../wire/message.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { isLong, jsonPieces, streamPieces } from '../../octets/long-text.js'
import { Message } from '../../schema/message.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { messageForm } from '../../wire-form/message.js'
import { findMessage } from './find.js'

const Query = Type.Object(
  {
    ...LatestOf.properties,
    bodies: Type.Optional(
      Type.Boolean({
        description: 'false leaves `text` empty and `html` null, for those who read /text and /html instead',
      }),
    ),
  },
  { additionalProperties: false },
)

const noBodies: Bodies = { text: '', html: undefined }

export function showMessage(app: App, context: Context): void {
  const schema = {
    operationId: 'getMessage',
    summary: 'Everything about one message',
    tags: ['message'],
    params: MessageParams,
    querystring: Query,
    response: { 200: Message },
  }
  app.get('/v1/messages/:id', { schema }, async ({ params, query }, reply) => {
    const message = await findMessage(context, params.id, query)
    const bodies = query.bodies === false ? noBodies : await context.mailroom.bodies(message)
    const form: WireMessage = messageForm(message, bodies, context.forming)
    if (!isLong(form.text) && !isLong(form.html)) return form
    return reply.type('application/json; charset=utf-8').send(streamPieces(jsonPieces(form)))
  })
}
