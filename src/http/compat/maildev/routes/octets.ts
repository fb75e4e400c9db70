// What is in an email: its HTML, its source, its attachments.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Message } from '../../../../model/message.js'
import type { Context } from '../../../context.js'
import { notFound } from '../../../errors/problem.js'
import { mailPolicy } from '../../../mail-policy.js'
import { noOctets, octetStream } from '../../../octets/octet-stream.js'
import { Type } from '../../../schema/typebox.js'
import { sendPart } from '../../send-part.js'
import { sendView } from '../../send-view.js'
import { generatedNames } from '../attachment-names.js'
import { findEmail } from '../find.js'
import type { MaildevRoute } from '../route.js'

export const octets: MaildevRoute = (scope, context, { prefix }) => {
  const { mailroom } = context
  const schema = { params: Type.Object({ id: Type.String() }) }
  const path = `${prefix}/email/:id`

  scope.get(`${path}/html`, { schema }, async (request, reply) => {
    const message = await findEmail(context, request.params.id)
    const safe = await mailroom.view(message, { remoteImages: false })
    if (!safe) throw notFound('Email has no HTML content')
    return sendView(reply, safe)
  })

  scope.get(`${path}/source`, { schema }, async (request, reply) => {
    const message = await findEmail(context, request.params.id)
    return sendOctets(context, message, { request, reply: reply.type('text/plain; charset=utf-8') })
  })

  scope.get(`${path}/download`, { schema }, async (request, reply) => {
    const message = await findEmail(context, request.params.id)
    reply.header('Content-Disposition', `attachment; filename="${message.summary.id}.eml"`)
    return sendOctets(context, message, { request, reply: reply.type('message/rfc822') })
  })

  const named = { params: Type.Object({ id: Type.String(), filename: Type.String() }) }
  scope.get(`${path}/attachment/:filename`, { schema: named }, async (request, reply) => {
    const { id, filename } = request.params
    const message = await findEmail(context, id)
    const at = generatedNames(message.facts.attachments).indexOf(filename)
    const attachment = message.facts.attachments[at]
    const open = attachment && (await mailroom.part(message, attachment.part))
    if (!open) throw notFound('Attachment not found')
    return sendPart(open, { request, reply, name: filename })
  })
}

interface Answering {
  readonly request: Pick<FastifyRequest, 'method'>
  readonly reply: FastifyReply
}

function sendOctets({ mailroom }: Context, message: Message, { request, reply }: Answering): FastifyReply {
  reply.header('Content-Security-Policy', mailPolicy).header('Content-Length', String(message.summary.size))
  return reply.send(request.method === 'HEAD' ? noOctets() : octetStream(mailroom.raw(message)))
}
