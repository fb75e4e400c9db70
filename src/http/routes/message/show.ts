// GET /v1/messages/{id}: everything about one. Looking changes nothing.

import type { Message as WireMessage } from '../../../wire/message.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { Message } from '../../schema/message.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { messageForm } from '../../wire-form/message.js'
import { findMessage } from './find.js'

export function showMessage(app: App, context: Context): void {
  const schema = {
    summary: 'Everything about one message',
    tags: ['message'],
    params: MessageParams,
    querystring: LatestOf,
    response: { 200: Message },
  }
  app.get('/v1/messages/:id', { schema }, async ({ params, query }): Promise<WireMessage> => {
    const message = await findMessage(context, params.id, query)
    return messageForm(message, await context.mailroom.bodies(message), context.forming)
  })
}
