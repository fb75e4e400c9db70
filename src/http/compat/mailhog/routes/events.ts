// GET /api/v1/events: every new message, whole, as server-sent events.

import { Readable } from 'node:stream'
import type { Mailroom } from '../../../../mailroom/mailroom.js'
import { settlesWithin } from '../../../../model/settles-within.js'
import type { App } from '../../../app.js'
import type { Context } from '../../../context.js'
import { itemForm, octetsOf } from '../item.js'

const heartbeat = 60_000

export function events(scope: App, { mailroom, stopping }: Context): void {
  const route = { config: { stream: true }, exposeHeadRoute: false }
  scope.get('/api/v1/events', route, (_request, reply) => {
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    const stream = textOf(mailroom, AbortSignal.any([gone.signal, stopping]))
    reply.header('X-Accel-Buffering', 'no').header('Cache-Control', 'no-cache, no-transform')
    return reply.type('text/event-stream; charset=utf-8').send(Readable.from(stream, { objectMode: false }))
  })
}

/** A reader who was too slow goes on from now. */
async function* textOf(
  mailroom: Pick<Mailroom, 'feed' | 'find' | 'raw'>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield ': Mailhold\n\n'
  while (!signal.aborted) {
    const end = yield* readFeed(mailroom, signal)
    if (end === 'ended') return
  }
}

async function* readFeed(
  mailroom: Pick<Mailroom, 'feed' | 'find' | 'raw'>,
  signal: AbortSignal,
): AsyncGenerator<string, 'lost' | 'ended'> {
  const feed = await mailroom.feed({})
  if (feed === 'lost') return 'lost'
  try {
    while (true) {
      const pending = feed.next(signal)
      while (!(await settlesWithin(pending, heartbeat))) yield 'event: keepalive\ndata:\n\n'
      const news = await pending
      if (news === 'lost' || news === 'ended') return news
      for (const { change } of news) {
        const message =
          change.kind === 'kept' && change.messageId ? await mailroom.find(change.messageId) : undefined
        if (!message) continue
        yield `data: ${JSON.stringify(itemForm(message, await octetsOf(mailroom, message)))}\n\n`
      }
    }
  } finally {
    feed.close()
  }
}
