// Starts and stops the HTTP head.

import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Mailroom } from '../mailroom/mailroom.js'
import { buildApp } from './build-app.js'
import { allowHosts } from './guard/allowed-host.js'
import { judgeFront } from './guard/front.js'
import { refuse } from './guard/refuse.js'
import { takeUpgrades } from './guard/upgrade.js'
import { addressOf, listenOn } from './listen.js'
import type { HttpOptions, HttpServer } from './options.js'
import { unusedConnections } from './unused-connections.js'
import type { Forming } from './wire-form/former.js'
import { urlsUnder } from './wire-form/urls.js'

export type { HttpOptions, HttpServer } from './options.js'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Resolves when every address accepts connections. The mailroom outlives it and is closed by whoever made it. */
export async function startHttp(mailroom: Mailroom, options: HttpOptions): Promise<HttpServer> {
  const stopping = new AbortController()
  // every stream and wait that is held listens
  setMaxListeners(0, stopping.signal)
  const forming: Forming = {
    urls: urlsUnder(options.basePath),
    cursorAt: (seq) => mailroom.cursorAt(seq),
    attempts: (message) => mailroom.attempts(message),
  }
  let route: Answer = () => {}
  const app = await buildApp({ mailroom, options, forming, stopping: stopping.signal }, (handler) => {
    route = handler
    return createServer(handler)
  })
  const servers = await listenOn(
    options.listeners,
    guarded(options, (...asked) => route(...asked)),
  )
  const { allowedHosts } = options
  const cutUnused = unusedConnections(servers)
  for (const server of servers) {
    takeUpgrades(server, { allowedHosts, route })
    server.once('drop', () =>
      options.log.warn({ connections: server.maxConnections }, 'HTTP closes connections: too many are open'),
    )
  }
  return {
    addresses: servers.map(addressOf),
    async close(graceMs) {
      stopping.abort()
      await closeWithin(servers, cutUnused, graceMs)
      await app.close()
    },
  }
}

/** The guard stands before the router: nothing that it refuses is looked at any further. */
function guarded(options: HttpOptions, route: Answer): Answer {
  const isAllowed = allowHosts(options.allowedHosts)
  return (request, response) => {
    const verdict = judgeFront(request, isAllowed)
    if (!verdict.pass) return refuse(response, verdict)
    request.url = verdict.path
    route(request, response)
  }
}

const sweepEveryMs = 20

async function closeWithin(
  servers: readonly Server[],
  cutUnused: () => void,
  graceMs: number,
): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
  const closeIdle = () => {
    for (const server of servers) server.closeIdleConnections()
  }
  closeIdle()
  cutUnused()
  // a connection that is kept alive after its last answer would hold up the stop
  const sweeping = setInterval(closeIdle, sweepEveryMs)
  const timer = setTimeout(() => {
    for (const server of servers) server.closeAllConnections()
  }, graceMs)
  await Promise.all(closed)
  clearInterval(sweeping)
  clearTimeout(timer)
}
