// GET /v1/events: what happens, as server-sent events.

import { Readable } from 'node:stream'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { noOctets } from '../octets/octet-stream.js'
import { Narrowing } from '../schema/narrowing.js'
import { Type } from '../schema/typebox.js'
import { beginningText, frameText } from '../sse/frame.js'
import { type Following, liveEvents } from '../sse/live-events.js'
import { statusForm } from '../wire-form/status.js'

const heartbeat = 15_000
const comeBackAfter = 2_000

const Query = Type.Object({ inbox: Narrowing.inbox }, { additionalProperties: false })

export function events(app: App, { mailroom, options, forming, stopping }: Context): void {
  const schema = {
    operationId: 'followEvents',
    summary: 'What happens, as server-sent events: kept, deleted, changed, inbox, resync, status',
    tags: ['messages'],
    querystring: Query,
    response: { 200: { content: { 'text/event-stream': { schema: Type.String() } } } },
  }
  app.get('/v1/events', { schema, config: { stream: true } }, (request, reply) => {
    // a proxy that collects answers would hold the events back
    reply.header('X-Accel-Buffering', 'no').header('Cache-Control', 'no-cache, no-transform')
    reply.type('text/event-stream; charset=utf-8')
    if (request.method === 'HEAD') return reply.send(noOctets())
    const lastEventId = request.headers['last-event-id']
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    const stream = textOf({
      mailroom,
      forming,
      inbox: request.query.inbox,
      after: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : mailroom.cursor(),
      status: async () => statusForm(await mailroom.status(), options, Date.now()),
      heartbeat,
      signal: AbortSignal.any([gone.signal, stopping]),
    })
    return reply.send(Readable.from(stream, { objectMode: false }))
  })
}

async function* textOf(following: Following): AsyncGenerator<string> {
  yield beginningText({ retry: comeBackAfter, id: following.after })
  for await (const frame of liveEvents(following)) yield frameText(frame)
}
