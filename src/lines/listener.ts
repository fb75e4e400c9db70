// Opens the ports: `localhost` is both loopback addresses, and what goes wrong is one error with code, host and port.

import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'

/** A port that cannot be listened on. `code` is the system's: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly code: string
  readonly host: string
  readonly port: number

  constructor(code: string, host: string, port: number, options?: ErrorOptions) {
    super(`cannot listen on ${host}:${port}: ${code}`, options)
    this.code = code
    this.host = host
    this.port = port
  }
}

/** A server that accepts connections; whoever got it closes it. */
export interface Listening<S extends Server = Server> {
  readonly server: S
  /** the address it is bound to */
  readonly host: string
  readonly port: number
}

const attemptsForAnyPort = 20

/**
 * Listens on `host`; `localhost` is 127.0.0.1 and, where the machine has it, ::1, on the same port also when `port` is 0.
 * `createServer` is called once per address.
 * @throws ListenError; then nothing is left open
 */
export async function listen<S extends Server>(
  createServer: () => S,
  host: string,
  port: number,
): Promise<Listening<S>[]> {
  if (host.toLowerCase() !== 'localhost') return [await bind(createServer(), host, port)]
  for (let attempt = 1; ; attempt++) {
    const first = await bind(createServer(), '127.0.0.1', port)
    try {
      const second = await bindIfPresent(createServer(), '::1', first.port)
      return second ? [first, second] : [first]
    } catch (error) {
      first.server.close()
      // The free port of one address may be taken on the other.
      if (port !== 0 || attempt === attemptsForAnyPort) throw error
    }
  }
}

// with Node's 511, some of a thousand clients that come in one moment have to try again after a second
const backlog = 4096

async function bind<S extends Server>(server: S, host: string, port: number): Promise<Listening<S>> {
  server.listen({ host, port, backlog })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new ListenError(codeOf(error), host, port, { cause: error })
  }
  const address = server.address()
  return { server, host, port: isAddressInfo(address) ? address.port : port }
}

const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENOTFOUND'])

async function bindIfPresent<S extends Server>(
  server: S,
  host: string,
  port: number,
): Promise<Listening<S> | undefined> {
  try {
    return await bind(server, host, port)
  } catch (error) {
    if (error instanceof ListenError && absent.has(error.code)) return undefined
    throw error
  }
}

const isAddressInfo = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
