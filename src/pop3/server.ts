// The POP3 server: opens its ports, starts a session for every connection, ends them all.

import { randomBytes } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext } from 'node:tls'
import { listen } from '../lines/listener.js'
import { type KeyAndCertificate, secureContextOptions } from '../lines/tls.js'
import type { DeletePolicy, Maildrops, Sessions } from '../mailroom/mailroom.js'
import { asSessionId, freshId, type SessionId } from '../model/ids.js'
import { Connection, type ConnectionOptions } from './connection.js'
import type { Secrets, Verify } from './session.js'
import { SessionLog } from './session-log.js'

export interface Pop3Listener {
  readonly host: string
  /** 0 for any free one */
  readonly port: number
  /** TLS from the first octet on; needs `tls` in the options */
  readonly tls: boolean
}

export interface Pop3Options {
  readonly listeners: readonly Pop3Listener[]
  /** stands in the greeting's timestamp */
  readonly hostName: string
  readonly deletePolicy: DeletePolicy
  readonly maxConnections: number
  /** RFC 1939 §3 asks for 600,000 at least, which is the default */
  readonly idleTimeoutMs?: number
  /** STLS is offered where there is one */
  readonly tls?: KeyAndCertificate
  /** without it and `secrets` every password is right */
  readonly verify?: Verify
  /** passwords known in plain words; makes APOP possible */
  readonly secrets?: Secrets
  /** what a wrong password costs; a second by default */
  readonly failedLoginDelayMs?: number
  /** days after which mail goes by itself, for EXPIRE */
  readonly expireDays?: number
  readonly log: (level: 'error', text: string, facts: Readonly<Record<string, unknown>>) => void
}

export interface Pop3Server {
  readonly addresses: readonly Pop3Listener[]
  /** Stops accepting, lets commands that are being executed end within `graceMs`, and resolves when all is closed. */
  close(graceMs: number): Promise<void>
}

/** @throws ListenError; then nothing is left open */
export async function startPop3(mailroom: Maildrops & Sessions, options: Pop3Options): Promise<Pop3Server> {
  const connections = new Connections(mailroom, options)
  const servers: { readonly server: Server; readonly address: Pop3Listener }[] = []
  try {
    for (const { host, port, tls } of options.listeners) {
      const accept = (socket: Socket) => connections.accept(socket, tls)
      const bound = await listen(() => createServer({ allowHalfOpen: true }, accept), host, port)
      servers.push(
        ...bound.map((one) => ({ server: one.server, address: { host: one.host, port: one.port, tls } })),
      )
    }
  } catch (error) {
    for (const { server } of servers) server.close()
    throw error
  }
  return {
    addresses: servers.map(({ address }) => address),
    async close(graceMs) {
      for (const { server } of servers) server.close()
      await connections.close(graceMs)
    },
  }
}

/** The connections that are open. */
class Connections {
  readonly #mailroom: Maildrops & Sessions
  readonly #options: Pop3Options
  readonly #connectionOptions: ConnectionOptions
  readonly #open = new Map<Connection, Promise<void>>()

  constructor(mailroom: Maildrops & Sessions, options: Pop3Options) {
    this.#mailroom = mailroom
    this.#options = options
    this.#connectionOptions = {
      ...options,
      idleTimeoutMs: options.idleTimeoutMs ?? 600_000,
      failedLoginDelayMs: options.failedLoginDelayMs ?? 1_000,
      secureContext: options.tls && createSecureContext(secureContextOptions(options.tls)),
      onUnforeseen: (error) =>
        options.log('error', 'a POP3 session met an error that nobody foresaw', { err: error }),
    }
  }

  accept(socket: Socket, isImplicitTls: boolean): void {
    if (this.#open.size < this.#options.maxConnections) this.#begin(socket, isImplicitTls)
    else turnAway(socket, isImplicitTls)
  }

  #begin(socket: Socket, isImplicitTls: boolean): void {
    const log = new SessionLog(newSessionId(), endsOf(socket))
    const record = this.#mailroom.openSession(log.id, () => log.record())
    const connection = new Connection(socket, {
      mailroom: this.#mailroom,
      options: this.#connectionOptions,
      log,
      timestamp: this.#options.secrets && timestampOf(log.id, this.#options.hostName),
      isImplicitTls,
    })
    const done = connection.run().finally(() => {
      this.#open.delete(connection)
      record.end()
    })
    this.#open.set(connection, done)
  }

  async close(graceMs: number): Promise<void> {
    for (const connection of this.#open.keys()) connection.stop()
    const deadline = setTimeout(() => {
      for (const connection of this.#open.keys()) connection.destroy()
    }, graceMs)
    await Promise.all(this.#open.values())
    clearTimeout(deadline)
  }
}

function turnAway(socket: Socket, isImplicitTls: boolean): void {
  socket.on('error', () => undefined)
  if (isImplicitTls) socket.destroy()
  else socket.end('-ERR [SYS/TEMP] too many connections\r\n', () => socket.destroy())
}

function newSessionId(): SessionId {
  const id = asSessionId(freshId(Date.now(), randomBytes(8)))
  if (id === undefined) throw new Error('a fresh id is no session id')
  return id
}

/** RFC 1939 §7: in the form of a message id, different each time. */
const timestampOf = (id: SessionId, hostName: string): string => `<${id}@${hostName}>`

const endsOf = (socket: Socket) => ({
  remote: `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`,
  local: `${socket.localAddress ?? 'unknown'}:${socket.localPort ?? 0}`,
})
