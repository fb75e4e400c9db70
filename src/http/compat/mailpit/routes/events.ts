// GET /api/events: what happens, over a WebSocket. What a reader sends is not looked at.

import type { WebSocketServer } from 'ws'
import { badInput } from '../../../errors/problem.js'
import { upgradeOf } from '../../../guard/upgrade.js'
import { serveFrames } from '../events/connection.js'
import type { MailpitRoute } from '../route.js'

/** the registry of RFC 6455 §11.7: try again later */
const tryAgainLater = 1013
const mostReaders = 200
/** octets of what a reader may send at once */
const maxPayload = 1024

export const events: MailpitRoute = (scope, { mailroom, stopping, options: { log } }) => {
  // loaded when first needed: most servers never speak it
  let made: Promise<WebSocketServer> | undefined
  let readers = 0
  const route = { config: { stream: true }, exposeHeadRoute: false }
  scope.get('/api/events', route, async (request, reply) => {
    const upgrade = upgradeOf(request.raw)
    if (!upgrade) throw badInput('', 'Bad Request')
    made ??= import('ws').then((ws) => new ws.WebSocketServer({ noServer: true, maxPayload }))
    const server = await made
    reply.hijack()
    reply.raw.detachSocket(upgrade.socket)
    server.handleUpgrade(request.raw, upgrade.socket, upgrade.head, (socket) => {
      socket.on('error', () => socket.terminate())
      if (readers >= mostReaders) return socket.close(tryAgainLater, 'too many readers')
      readers++
      serveFrames(socket, { mailroom, signal: stopping })
        .catch((error: unknown) => log.error({ err: error }, 'a reader of live events was lost'))
        .finally(() => readers--)
    })
  })
}
