// One HTTP service on several addresses.

import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { GuardedResponse } from './guard/response-headers.js'
import { explainUnreadable } from './guard/unreadable.js'
import type { ListenAddress } from './options.js'

/** What clients may take up, each address for itself. */
export interface ConnectionLimits {
  /** open at once; those beyond are closed when they come */
  readonly connections: number
  /** milliseconds in which a connection must send or take something */
  readonly idleMs: number
}

// a wait is answered within 55 seconds, an event stream says something every 15 (MailHog's every 60), a WebSocket has its pings
export const usualLimits: ConnectionLimits = { connections: 5000, idleMs: 120_000 }

/**
 * Binds every address; `localhost` is 127.0.0.1 and, where there is IPv6, ::1 on the same port.
 * Rejects with the error of the system (`EADDRINUSE`, its `port` and `address`), with nothing left open.
 */
export async function listenOn(
  addresses: readonly ListenAddress[],
  answer: RequestListener,
  limits: ConnectionLimits = usualLimits,
): Promise<readonly Server[]> {
  const servers: Server[] = []
  try {
    for (const address of addresses) servers.push(...(await listenOne(address, { answer, limits })))
    return servers
  } catch (error) {
    for (const server of servers) server.close()
    throw error
  }
}

interface Service {
  readonly answer: RequestListener
  readonly limits: ConnectionLimits
}

async function listenOne({ host, port }: ListenAddress, service: Service): Promise<Server[]> {
  if (host !== 'localhost') return [await bind({ host, port }, service)]
  for (let tries = 1; ; tries++) {
    const ipv4 = await bind({ host: '127.0.0.1', port }, service)
    try {
      return [ipv4, await bind({ host: '::1', port: addressOf(ipv4).port }, service)]
    } catch (error) {
      if (isWithoutIpv6(error)) return [ipv4]
      ipv4.close()
      // a port that was free for one may be taken for the other; any free one will do
      if (port !== 0 || tries === 10) throw error
    }
  }
}

const isWithoutIpv6 = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')

// with Node's 511, some of a thousand clients that come in one moment have to try again after a second
const backlog = 4096

// a slow upload may take its time as long as it moves; a slow header may not
const times = { requestTimeout: 0, headersTimeout: 60_000, keepAliveTimeout: 65_000 }

async function bind({ host, port }: ListenAddress, { answer, limits }: Service): Promise<Server> {
  const server = createServer({ ...times, requireHostHeader: false, ServerResponse: GuardedResponse }, answer)
  server.timeout = limits.idleMs
  server.maxConnections = limits.connections
  explainUnreadable(server)
  server.listen({ host, port, backlog })
  await once(server, 'listening')
  return server
}

export function addressOf(server: Server): ListenAddress {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return { host: address.address, port: address.port }
}
