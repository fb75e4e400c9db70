// POST /v1/messages: hands a message over without SMTP, as its octets or as its members.

import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Kept } from '../../../mailroom/mailroom.js'
import type { Summary as WireSummary } from '../../../wire/summary.js'
import type { App, SchemaTypes } from '../../app.js'
import type { Context } from '../../context.js'
import { badInput } from '../../errors/problem.js'
import { compose } from '../../inject/compose.js'
import { envelopeFromHeader, envelopeOf, requireAddresses, requireSender } from '../../inject/envelope.js'
import { readFields } from '../../inject/header-block.js'
import { peekHeader } from '../../inject/peek.js'
import { httpOrigin, type Receiving, receiveFrom, tooBig } from '../../inject/receive.js'
import { NewMail } from '../../schema/new-mail.js'
import { Summary } from '../../schema/summary.js'
import { Type } from '../../schema/typebox.js'
import { summaryForm } from '../../wire-form/summary.js'
import { findMessage } from '../message/find.js'

// not a plain list, whose items commas would part: `"Ada, at work" <ada@example.com>` is one address
const Recipient = Type.String({ minLength: 1, maxLength: 4000 })

const Query = Type.Object(
  {
    from: Type.Optional(
      Type.String({ maxLength: 1000, description: 'envelope sender, an address; empty for the null path' }),
    ),
    to: Type.Optional(
      Type.Union([Recipient, Type.Array(Recipient, { maxItems: 1000 })], {
        description: 'envelope recipients: repeated, or as a list of addresses',
      }),
    ),
  },
  { additionalProperties: false },
)

const schema = {
  operationId: 'injectMessage',
  summary: 'Hand a message over',
  tags: ['messages'],
  querystring: Query,
  body: {
    content: {
      'application/json': { schema: NewMail },
      'message/rfc822': { schema: Type.Unsafe<unknown>({}) },
    },
  },
  response: { 201: Summary },
}

/** Only here is a body of octets taken, so the route has a scope of its own. */
export function injectMessage(app: App, context: Context): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('message/rfc822', async (_request: FastifyRequest, body: unknown) => body)
    scope
      .withTypeProvider<SchemaTypes>()
      .post('/v1/messages', { schema }, async (request, reply): Promise<WireSummary> => {
        const { id } = await keep(request, context)
        const { summary } = await findMessage(context, id)
        const form = summaryForm(summary, context.forming)
        reply.code(201).header('Location', form.url)
        return form
      })
  })
}

interface Asked {
  readonly raw: FastifyRequest['raw']
  readonly headers: FastifyRequest['headers']
  readonly body: unknown
  readonly query: Static<typeof Query>
}

async function keep(request: Asked, context: Context): Promise<Kept> {
  const type = request.headers['content-type'] ?? ''
  if (/^message\/rfc822\b/i.test(type)) return keepOctets(request, context)
  if (!isNewMail(request.body))
    throw badInput('', 'Send a message/rfc822 body, or a JSON object with from, to, subject, text.')
  const { envelope, octets } = await compose(request.body)
  return receiveFrom(only(octets), envelope, receiving(request, context, octets.length))
}

// the schema has already held it against every member
const isNewMail = (body: unknown): body is Static<typeof NewMail> => typeof body === 'object' && body !== null

async function keepOctets(request: Asked, context: Context): Promise<Kept> {
  const { maxMessageSize } = context.options
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (length > maxMessageSize) throw tooBig(maxMessageSize)
  const announced = Number.isNaN(length) ? maxMessageSize : length
  const { beginning, whole } = await peekHeader(request.raw)
  const found = envelopeFromHeader(readFields(beginning))
  const { from, to } = request.query
  const envelope = envelopeOf(
    from === undefined ? found.from.address : requireSender(from, 'from'),
    to ? requireAddresses([to].flat(), 'to') : found.to.map(({ address }) => address),
  )
  return receiveFrom(whole, envelope, receiving(request, context, announced))
}

const receiving = (request: Asked, { mailroom, options }: Context, announcedSize: number): Receiving => ({
  mailroom,
  origin: httpOrigin(
    request.raw.socket.remoteAddress &&
      `${request.raw.socket.remoteAddress}:${request.raw.socket.remotePort}`,
  ),
  maxMessageSize: options.maxMessageSize,
  announcedSize,
})

async function* only(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  yield octets
}
