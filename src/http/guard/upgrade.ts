// Upgrades to WebSocket go through the same guard and the same router as requests, so its hooks see their Origin and password;
// the route that takes one asks for its socket.

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { allowHosts } from './allowed-host.js'
import { judgeFront } from './front.js'
import { refuse } from './refuse.js'
import { GuardedResponse } from './response-headers.js'

/** A connection that waits to be upgraded. */
export interface Upgrade {
  readonly socket: Socket
  /** what the client sent behind its request */
  readonly head: Buffer
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>()

/** What a request would be upgraded on; `undefined` for an ordinary one. Whoever uses it must hijack the reply. */
export const upgradeOf = (request: IncomingMessage): Upgrade | undefined => upgrades.get(request)

export interface Upgrading {
  readonly allowedHosts: readonly string[]
  readonly route: (request: IncomingMessage, response: ServerResponse) => void
}

/** Lets the server take upgrades to WebSocket; whoever asks for something else is answered as if it had not. */
export function takeUpgrades(server: Server, { allowedHosts, route }: Upgrading): void {
  const isAllowed = allowHosts(allowedHosts)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!(socket instanceof Socket)) return void socket.destroy()
    if (!/^websocket$/i.test(request.headers.upgrade ?? ''))
      return readAgain(server, request, { socket, head })
    // the server has let go of the socket, so nobody else hears its errors
    socket.on('error', () => socket.destroy())
    const response = answerOn(socket, request)
    const verdict = judgeFront(request, isAllowed)
    if (!verdict.pass) return refuse(response, verdict)
    request.url = verdict.path
    upgrades.set(request, { socket, head })
    route(request, response)
  })
}

/**
 * A server may leave an upgrade alone (RFC 9110 §7.8), but has let go of the connection by now, and of the body that may follow.
 * So it is given the request again, without what asked for the upgrade: curl offers h2c with every request.
 */
function readAgain(
  server: Server,
  { method, url, rawHeaders }: IncomingMessage,
  { socket, head }: Upgrade,
): void {
  const lines = [`${method} ${url} HTTP/1.1`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (!/^(?:connection|upgrade|http2-settings)$/i.test(name)) lines.push(`${name}: ${rawHeaders[at + 1]}`)
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
  server.emit('connection', socket)
}

/** For whoever is not upgraded: one ordinary answer, and the end. */
function answerOn(socket: Socket, request: IncomingMessage): ServerResponse {
  const response = new GuardedResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket)
  response.once('finish', () => socket.destroySoon())
  return response
}
