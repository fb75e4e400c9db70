// GET /api/v1/message/{id}, its headers and its octets. Looking at the whole marks it as read.

import { mailPolicy } from '../../../mail-policy.js'
import { noOctets, octetStream } from '../../../octets/octet-stream.js'
import { parameter } from '../../query.js'
import { sendJson } from '../answers.js'
import { attachmentForms, createChecksums } from '../attachments.js'
import { findMessage } from '../find.js'
import { messageForm } from '../form.js'
import { headersForm } from '../headers.js'
import { Id } from '../params.js'
import type { MailpitRoute } from '../route.js'

export const message: MailpitRoute = (scope, context) => {
  const { mailroom } = context
  const schema = { params: Id }
  const checksums = createChecksums(mailroom)

  scope.get('/api/v1/message/:id', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id, request)
    const { text, html = '' } = await mailroom.bodies(found)
    const form = messageForm(found, { text, html, ...(await attachmentForms(found, checksums)) })
    const { id, read } = found.summary
    if (!read && request.method === 'GET') await mailroom.mark({ ids: [id] }, { read: true })
    return sendJson(reply, form)
  })

  scope.get('/api/v1/message/:id/headers', { schema }, async (request, reply) =>
    sendJson(reply, headersForm(await findMessage(context, request.params.id, request))),
  )

  scope.get('/api/v1/message/:id/raw', { schema }, async (request, reply) => {
    const found = await findMessage(context, request.params.id, request)
    const { id, size } = found.summary
    reply.type('text/plain; charset=utf-8').header('Content-Security-Policy', mailPolicy)
    reply.header('Content-Length', String(size))
    if (parameter(request, 'dl') === '1') {
      reply.header('Content-Disposition', `attachment; filename="${id}.eml"`)
    }
    return reply.send(request.method === 'HEAD' ? noOctets() : octetStream(mailroom.raw(found)))
  })
}
