// GET /api/v1/message/{id}/part/{path} and its thumbnail.

import { badInput } from '../../../errors/problem.js'
import { mailPolicy } from '../../../mail-policy.js'
import { partType } from '../../../octets/part-type.js'
import { sendPart } from '../../send-part.js'
import { noMessage } from '../answers.js'
import { findMessage } from '../find.js'
import { PartOfMessage } from '../params.js'
import type { MailpitRoute } from '../route.js'

/** A white picture of 180 × 120. */
const blank = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAALQAAAB4AQAAAABznOVQAAAAIUlEQVR42u3IMQEAAAwCIPuX1gBbBDhJf/Hee++9994fA/CFvc/C7zfgAAAAAElFTkSuQmCC',
  'base64',
)

export const part: MailpitRoute = (scope, context) => {
  const schema = { params: PartOfMessage }
  scope.get('/api/v1/message/:id/part/:part', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id, request)
    const open = await context.mailroom.part(found, request.params.part)
    if (!open) throw noMessage()
    return sendPart(open, { request, reply, name: `part-${request.params.part}` })
  })

  // the server decodes no pictures: a safe one stands for its own thumbnail
  scope.get('/api/v1/message/:id/part/:part/thumb', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id, request)
    const open = await context.mailroom.part(found, request.params.part)
    if (!open) throw badInput('part', 'attachment not found')
    if (partType(open.contentType, undefined).kind === 'inline') {
      return sendPart(open, { request, reply, name: `part-${request.params.part}` })
    }
    return reply.header('Content-Security-Policy', mailPolicy).type('image/png').send(blank)
  })
}
