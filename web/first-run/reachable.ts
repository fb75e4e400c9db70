// Where an app can reach a listener, as far as the page can know. Pure.

import type { Listener } from '../../src/wire/status.js'

export interface Reachable {
  readonly host: string
  readonly port: number
}

/**
 * The first listener of the protocol. One that answers to every address, or to loopback while the page came from this
 * machine too, is named as the page's own host is.
 */
export function reachable(
  listeners: readonly Listener[],
  protocol: string,
  pageHost: string,
): Reachable | undefined {
  const found = listeners.find((listener) => listener.protocol === protocol)
  if (!found) return undefined
  const { host, port } = found
  const isEvery = host === '0.0.0.0' || host === '::'
  const isLoopback = host === '::1' || host.startsWith('127.')
  if (isEvery) return { host: pageHost, port }
  return { host: isLoopback ? 'localhost' : host, port }
}
