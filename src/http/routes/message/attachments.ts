// GET /v1/messages/{id}/attachments.zip: every attachment of one message as one file.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { Message } from '../../../model/message.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { notFound } from '../../errors/problem.js'
import { type ZipFile, zip } from '../../export/zip.js'
import { mailPolicy } from '../../mail-policy.js'
import { safeName } from '../../octets/disposition.js'
import { noOctets, octetStream } from '../../octets/octet-stream.js'
import { uniqueNames } from '../../octets/unique-names.js'
import { LatestOf, MessageParams } from '../../schema/narrowing.js'
import { Type } from '../../schema/typebox.js'
import { findMessage } from './find.js'

export function attachments(app: App, context: Context): void {
  const schema = {
    operationId: 'getMessageAttachments',
    summary: 'Every attachment of a message as one zip file',
    tags: ['message'],
    params: MessageParams,
    querystring: LatestOf,
    response: {
      200: { content: { 'application/zip': { schema: Type.String({ format: 'binary' }) } } },
    },
  }
  app.get('/v1/messages/:id/attachments.zip', { schema }, async ({ method, params, query }, reply) => {
    const message = await findMessage(context, params.id, query)
    const { id } = message.summary
    if (message.facts.attachments.length === 0) throw notFound(`Message ${id} has no attachments.`)
    reply.header('Content-Security-Policy', mailPolicy)
    reply.header('Content-Disposition', `attachment; filename="${id}-attachments.zip"`)
    reply.type('application/zip')
    if (method === 'HEAD') return reply.send(noOctets())
    return reply.send(octetStream(zip(filesOf(message, context.mailroom))))
  })
}

/** One after the other, so that only a piece of one is in memory. */
async function* filesOf(message: Message, mailroom: Mailroom): AsyncGenerator<ZipFile> {
  const found = message.facts.attachments
  const names = uniqueNames(found.map(({ filename, part }) => safeName(filename || `part-${part}`)))
  for (const [at, { part }] of found.entries()) {
    const open = await mailroom.part(message, part)
    const name = names[at]
    if (open && name !== undefined) yield { name, at: message.summary.receivedAt, octets: open.octets }
  }
}
