// Takes connections on one address: smtp-server with connections of our own kind and no certificate but ours.

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createSecureContext, type TLSSocket } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { secureContextOptions, watchHandshake } from '../../lines/tls.js'
import { saidNothing, tlsTrouble } from '../../lines/tls-trouble.js'
import { asSessionId, freshId, type SessionId } from '../../model/ids.js'
import type { Head } from '../head.js'
import { authMethods } from '../offered.js'
import { idleTimeoutOf, type SmtpListener } from '../options.js'
import { SessionLog } from '../talk/session-log.js'
import { checkAuth } from './auth-check.js'
import { SmtpConnection } from './connection.js'

export class AcceptingServer extends SMTPServer {
  readonly #head: Head
  readonly #listener: SmtpListener
  readonly #live = new Set<SmtpConnection>()

  constructor(head: Head, listener: SmtpListener) {
    const { options } = head
    super({
      ...(options.tls && secureContextOptions(options.tls)),
      secure: listener.tls,
      hideENHANCEDSTATUSCODES: false,
      logger: false,
      allowHalfOpen: true,
      noDelay: true,
      allowInsecureAuth: true,
      authMethods: authMethods(options),
      authOptional: options.auth.mode !== 'verify',
      authRequiredMessage: 'Say AUTH first; --smtp-auth names the file of those who may',
      maxAllowedUnauthenticatedCommands: false,
      socketTimeout: idleTimeoutOf(options),
      maxClients: options.maxConnections,
    })
    this.#head = head
    this.#listener = listener
    this.on('error', (error) => this.#failed(error))
  }

  /** A handshake that failed is a session too: somebody will look for the mail that did not come. */
  #failed(error: Error): void {
    const remote = remoteOf(error)
    // without a client it is a port that could not be had, which the one who starts the server is told
    if (remote === undefined) return
    this.#head.options.log('info', 'SMTP: a connection failed', { error, remote })
    const log = new SessionLog(newSessionId(), { remote, local: this.#listener.host })
    log.problem('tlsFailed', tlsTrouble(error.cause === saidNothing ? saidNothing : error))
    log.end()
    this.#head.mailroom.openSession(log.id, () => log.record(undefined)).end()
  }

  /** Connections that are not over yet; one is also live while its last message is being kept. */
  get live(): ReadonlySet<SmtpConnection> {
    return this.#live
  }

  /** Called by smtp-server for each connection that begins with TLS; its socket is pending meanwhile. */
  override _upgrade(...[socket, callback]: Parameters<SMTPServer['_upgrade']>): void {
    let handshakeIsDone = () => {}
    super._upgrade(socket, (error, secured) => {
      handshakeIsDone()
      if (error && socket.bytesRead === 0) Object.assign(error, { cause: saidNothing })
      callback(error, secured)
    })
    const secured = this._pendingSockets.get(socket)
    if (secured) handshakeIsDone = watchHandshake(secured)
  }

  /** Called by smtp-server for each connection, after the handshake where there is one. */
  override connect(socket: Socket | TLSSocket): void {
    const options = { id: newSessionId(), head: this.#head, listener: this.#listener }
    const connection = new SmtpConnection(this, socket, options)
    this.connections.add(connection)
    this.#live.add(connection)
    connection.once('over', () => this.#live.delete(connection))
    try {
      connection.init()
    } catch (error) {
      this.#head.options.log('error', 'SMTP: a connection cannot begin', { error })
      this.#live.delete(connection)
      connection.destroy()
    }
  }

  override onAuth: SMTPServer['onAuth'] = (attempt, session, callback) => {
    const { auth, log } = this.#head.options
    const connection = [...this.#live].find(({ id }) => id === session.id)
    const username = connection?.cramUser ?? attempt.username ?? ''
    // those in front of the first blank smtp-server has refused already
    if (/\p{Cc}/u.test(username)) {
      callback(Object.assign(new Error('Error: invalid userdata'), { responseCode: 501 }))
      return
    }
    const check = async () =>
      (await connection?.isFaultyAuth(username)) ? undefined : checkAuth(auth, { ...attempt, username })
    check().then(
      (response) => (response ? callback(null, response) : callback(new Error('A fault rule fired'))),
      (error) => {
        log('error', 'SMTP: cannot check a password', { error })
        callback(Object.assign(new Error('Passwords cannot be checked now'), { responseCode: 454 }))
      },
    )
  }

  /** Runs inside smtp-server's constructor. Its built-in certificate is never loaded. */
  override updateSecureContext(): void {
    this.secureContext = new Map()
    const { key, cert } = this.options
    if (typeof key === 'string' && typeof cert === 'string') {
      this.secureContext.set('*', createSecureContext(secureContextOptions({ key, cert })))
    }
  }

  /** Takes no more connections. Resolves when those that are open have been closed. */
  async shut(): Promise<void> {
    for (const socket of this._pendingSockets.values()) socket.destroy()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  /** Resolves when all connections of now are over, and their last messages kept. */
  async quiet(): Promise<void> {
    await Promise.all([...this.#live].map((connection) => once(connection, 'over')))
  }
}

function newSessionId(): SessionId {
  const id = asSessionId(freshId(Date.now(), randomBytes(8)))
  if (id === undefined) throw new Error('a fresh id is not a session id')
  return id
}

/** smtp-server tells in `meta` where a failed handshake came from. */
function remoteOf(error: Error): string | undefined {
  const meta: unknown = 'meta' in error ? error.meta : undefined
  if (typeof meta !== 'object' || meta === null || !('remoteAddress' in meta)) return undefined
  return String(meta.remoteAddress)
}
