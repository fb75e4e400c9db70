// GET /view/{id}.html, /view/{id}.txt and /view/{id}: a message to look at, as tests of pages do. Looking marks it as read.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Message } from '../../../../model/message.js'
import type { Context } from '../../../context.js'
import { notFound } from '../../../errors/problem.js'
import { mailPolicy } from '../../../mail-policy.js'
import { Type } from '../../../schema/typebox.js'
import { sendView } from '../../send-view.js'
import { findMessage } from '../find.js'
import type { MailpitRoute } from '../route.js'

export const view: MailpitRoute = (scope, context) => {
  const schema = { params: Type.Object({ file: Type.String() }) }
  // a web root with a slash at its end makes two of one
  for (const path of ['/view/:file', '//view/:file']) {
    scope.get(path, { schema }, async (request, reply) => {
      const { id, kind } = readFile(request.params.file)
      const found = await findMessage(context, id, request)
      await markRead(context, found, request)
      return kind === 'txt' ? sendText(context, found, reply) : sendHtml(context, found, { reply, kind })
    })
  }
}

/** Without an ending it is the page that shows a message: the HTML where there is some, else the text. */
function readFile(file: string): { readonly id: string; readonly kind: string } {
  const match = /^([^.]*)\.(html|txt)$/.exec(file)
  return match ? { id: match[1] ?? '', kind: match[2] ?? '' } : { id: file, kind: '' }
}

async function markRead(
  { mailroom }: Context,
  { summary }: Message,
  { method }: FastifyRequest,
): Promise<void> {
  if (!summary.read && method === 'GET') await mailroom.mark({ ids: [summary.id] }, { read: true })
}

async function sendText({ mailroom }: Context, message: Message, reply: FastifyReply): Promise<FastifyReply> {
  const { text } = await mailroom.bodies(message)
  return reply.header('Content-Security-Policy', mailPolicy).type('text/plain; charset=utf-8').send(text)
}

interface Answering {
  readonly reply: FastifyReply
  readonly kind: string
}

async function sendHtml(
  context: Context,
  message: Message,
  { reply, kind }: Answering,
): Promise<FastifyReply> {
  const safe = await context.mailroom.view(message, { remoteImages: false })
  if (safe) return sendView(reply, safe)
  if (kind === '') return sendText(context, message, reply)
  throw notFound('This message does not contain a HTML part')
}
