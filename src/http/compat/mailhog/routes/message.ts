// /api/v1/messages/{id}: one message, its octets and its parts.

import type { Message } from '../../../../model/message.js'
import type { App } from '../../../app.js'
import type { Context } from '../../../context.js'
import { mailPolicy } from '../../../mail-policy.js'
import { noOctets, octetStream } from '../../../octets/octet-stream.js'
import { Type } from '../../../schema/typebox.js'
import { sendPart } from '../../send-part.js'
import { done, noMessage, sendJson } from '../answers.js'
import { cutUp } from '../content.js'
import { itemForm, octetsOf } from '../item.js'
import { openPiece } from '../piece.js'

const params = Type.Object({ id: Type.String() })

export function message(scope: App, context: Context): void {
  const { mailroom } = context
  const schema = { params }
  scope.get('/api/v1/messages/:id', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id)
    return sendJson(reply, itemForm(found, await octetsOf(mailroom, found)))
  })

  scope.delete('/api/v1/messages/:id', { schema }, async (request, reply) => {
    const { summary } = await findMessage(context, request.params.id)
    await mailroom.remove({ ids: [summary.id] })
    return done(reply)
  })

  scope.get('/api/v1/messages/:id/download', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id)
    const { id, size } = found.summary
    reply.type('message/rfc822').header('Content-Security-Policy', mailPolicy)
    reply
      .header('Content-Disposition', `attachment; filename="${id}.eml"`)
      .header('Content-Length', String(size))
    return reply.send(request.method === 'HEAD' ? noOctets() : octetStream(mailroom.raw(found)))
  })

  const ofPart = {
    params: Type.Object({
      id: Type.String(),
      part: Type.String({ description: 'the number of a part', pattern: '^\\d{1,4}$' }),
    }),
  }
  scope.get('/api/v1/messages/:id/mime/part/:part/download', { schema: ofPart }, async (request, reply) => {
    const { id, part } = request.params
    const found = await findMessage(context, id)
    const octets = await octetsOf(mailroom, found)
    const piece = cutUp(octets.toString('latin1')).MIME?.Parts[Number(part)]
    if (!piece) throw noMessage()
    return sendPart(openPiece(piece), { request, reply, name: `${found.summary.id}-part-${part}` })
  })

  // releasing needs a server to release to; a MailHog that reaches none fails likewise
  scope.post('/api/v1/messages/:id/release', { schema }, async (_request, reply) => done(reply, 404))
}

async function findMessage({ mailroom }: Context, id: string): Promise<Message> {
  const found = id === 'latest' ? undefined : await mailroom.find(id)
  if (!found) throw noMessage()
  return found
}
