// GET /v1/export: many messages as one file, streamed oldest first.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { afterMessage, fromLine, quoteFromLines } from '../export/mbox.js'
import { startNow } from '../export/start-now.js'
import { type MessageThere, thoseThere } from '../export/those-there.js'
import { type ZipFile, zip } from '../export/zip.js'
import { narrowingOf } from '../input/narrowing.js'
import { mailPolicy } from '../mail-policy.js'
import { noOctets, octetStream } from '../octets/octet-stream.js'
import { Ids, Narrowing, Span } from '../schema/narrowing.js'
import { Type } from '../schema/typebox.js'

const Query = Type.Object(
  { format: Type.Enum(['mbox', 'zip']), ids: Ids, ...Narrowing, ...Span },
  { additionalProperties: false },
)

const file = { schema: Type.String({ format: 'binary' }) }

export function exportMessages(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'exportMessages',
    summary: 'Many messages as one file',
    tags: ['messages'],
    querystring: Query,
    response: { 200: { content: { 'application/mbox': file, 'application/zip': file } } },
  }
  app.get('/v1/export', { schema }, async ({ method, query }, reply) => {
    // a wrong search is answered before the file begins
    const messages = await startNow(mailroom.each(narrowingOf(query)))
    const { contentType, write } = formats[query.format]
    reply.header('Content-Security-Policy', mailPolicy)
    reply.header('Content-Disposition', `attachment; filename="mailhold.${query.format}"`)
    reply.type(contentType)
    if (method === 'HEAD') return reply.send(noOctets())
    return reply.send(octetStream(write(thoseThere(messages, mailroom))))
  })
}

interface Format {
  readonly contentType: string
  readonly write: (messages: AsyncIterable<MessageThere>) => AsyncIterable<Uint8Array>
}

const formats: Readonly<Record<'mbox' | 'zip', Format>> = {
  mbox: { contentType: 'application/mbox', write: asMbox },
  zip: { contentType: 'application/zip', write: (messages) => zip(asFiles(messages)) },
}

async function* asMbox(messages: AsyncIterable<MessageThere>): AsyncGenerator<Uint8Array> {
  for await (const { message, octets } of messages) {
    yield fromLine(message.envelope.from.address, message.summary.receivedAt)
    yield* quoteFromLines(octets)
    yield afterMessage
  }
}

async function* asFiles(messages: AsyncIterable<MessageThere>): AsyncGenerator<ZipFile> {
  for await (const { message, octets } of messages) {
    const { id, receivedAt } = message.summary
    const when = new Date(receivedAt).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
    yield { name: `${when}-${id}.eml`, at: receivedAt, octets }
  }
}
