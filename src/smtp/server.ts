// Starts the SMTP head: opens its listeners, and stops them gently.

import { setTimeout } from 'node:timers/promises'
import { listen } from '../lines/listener.js'
import type { InboxName } from '../model/ids.js'
import type { Head, SmtpMailroom } from './head.js'
import type { SmtpListener, SmtpOptions } from './options.js'
import { AcceptingServer } from './transport/accepting-server.js'

export interface SmtpAddress {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly inbox?: InboxName
}

export interface SmtpServer {
  /** what is listened on, with the ports that the system chose; two for each `localhost` */
  readonly addresses: readonly SmtpAddress[]
  /**
   * Takes no more connections, sends idle clients away with 421, and lets messages on their way finish for at most
   * `graceMs` milliseconds. Resolves when no connection is left; a message that the store has not finished with by
   * then is kept or not as the store decides.
   */
  close(graceMs: number): Promise<void>
}

/** @throws ListenError when a port cannot be had; then none is left open */
export async function startSmtp(mailroom: SmtpMailroom, options: SmtpOptions): Promise<SmtpServer> {
  const needsCertificate = options.starttls || options.listeners.some(({ tls }) => tls)
  if (needsCertificate && !options.tls) throw new Error('SMTP with TLS needs a certificate')
  const servers: AcceptingServer[] = []
  let isStopping = false
  const head: Head = {
    mailroom,
    options,
    get isStopping() {
      return isStopping
    },
    get connectionCount() {
      return servers.reduce((count, server) => count + server.connections.size, 0)
    },
  }
  const close = async (graceMs: number) => {
    isStopping = true
    const connections = servers.flatMap((server) => [...server.live])
    const shut = servers.map((server) => server.shut())
    const quiet = servers.map((server) => server.quiet())
    for (const { conversation } of connections) conversation.stop()
    const patience = new AbortController()
    const graceIsOver = setTimeout(graceMs, undefined, { signal: patience.signal }).catch(() => {})
    await Promise.race([Promise.all([...shut, ...quiet]), graceIsOver])
    patience.abort()
    for (const { conversation } of connections) conversation.cutOff()
    await Promise.all(shut)
  }
  try {
    const addresses = await openAll(head, servers)
    return { addresses, close }
  } catch (error) {
    await close(0)
    throw error
  }
}

async function openAll(head: Head, servers: AcceptingServer[]): Promise<SmtpAddress[]> {
  const addresses: SmtpAddress[] = []
  for (const listener of head.options.listeners) {
    for (const address of await open(head, listener, servers)) addresses.push(address)
  }
  return addresses
}

async function open(head: Head, listener: SmtpListener, servers: AcceptingServer[]): Promise<SmtpAddress[]> {
  const { tls, inbox } = listener
  const create = () => {
    const server = new AcceptingServer(head, listener)
    servers.push(server)
    return server.server
  }
  const bound = await listen(create, listener.host, listener.port)
  return bound.map(({ host, port }) => ({ host, port, tls, ...(inbox === undefined ? {} : { inbox }) }))
}
