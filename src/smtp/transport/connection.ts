// One client's connection: smtp-server's command loop, TLS and time-outs, with our parser and our conversation.
// Every private member of smtp-server that we use is used here, in octet-parser.ts or in accepting-server.ts.

import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'
import { watchHandshake } from '../../lines/tls.js'
import { leftAfterHandshake, tlsTrouble } from '../../lines/tls-trouble.js'
import type { SessionId } from '../../model/ids.js'
import type { AuthFacts } from '../../model/session.js'
import { Conversation } from '../conversation.js'
import type { Ending } from '../faults/misbehaviour.js'
import type { Head } from '../head.js'
import type { SmtpListener } from '../options.js'
import type { Reply } from '../reply.js'
import { lineText } from '../talk/command-line.js'
import { SessionLog } from '../talk/session-log.js'
import { userOfCram } from './auth-check.js'
import { OctetParser, type OctetSink } from './octet-parser.js'
import { inOwnWords } from './own-words.js'
import type { Wire } from './wire.js'

export interface ConnectionOptions {
  readonly id: SessionId
  readonly head: Head
  readonly listener: SmtpListener
}

/** Emits `over` when the connection is gone and its last message is kept. */
export class SmtpConnection extends SMTPConnection implements Wire {
  readonly conversation: Conversation
  readonly #head: Head
  readonly #log: SessionLog
  #session: { end(): void } | undefined
  /** what is said in place of smtp-server's next reply */
  #instead: Ending | undefined
  /** of the AUTH that came last, in upper case */
  #method = ''
  #cramUser: string | undefined
  #hasTlsFailed = false
  #handshakeIsDone = () => {}

  constructor(server: SMTPServer, socket: Socket | TLSSocket, { id, head, listener }: ConnectionOptions) {
    super(server, socket, { id })
    this.#head = head
    const remote = ends(this.remoteAddress, this.remotePort)
    this.#log = new SessionLog(id, { remote, local: ends(this.localAddress, this.localPort) })
    this.conversation = new Conversation(this, { head, listener, log: this.#log })
  }

  get isSecure(): boolean {
    return this.secure
  }

  get auth(): AuthFacts | undefined {
    return this.session.user || undefined
  }

  /** The whole name in the response of AUTH CRAM-MD5 that is just being looked at. */
  get cramUser(): string | undefined {
    return this.#cramUser
  }

  get isInExchange(): boolean {
    return this._nextHandler !== false
  }

  write(text: string): boolean {
    // While a handshake is going on, anything written would end up in the middle of it.
    const socket = this._socket
    if (this._upgrading || !socket.writable) return false
    // Replies to pipelined commands go out together (RFC 2920 §3.2): as soon as nothing more can be done at once.
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(() => socket.uncork())
    }
    socket.write(text)
    return true
  }

  destroy(): void {
    this._socket.destroy()
  }

  divert(sink: OctetSink): void {
    if (!(this._parser instanceof OctetParser)) return
    this._parser.divert({
      take: (octets) => sink.take(octets),
      settle: () => this.#whileBusy(sink.settle()),
      end: () => this.#whileBusy(sink.end()),
    })
  }

  greeted(name: string): void {
    this.hostNameAppearsAs = name
  }

  abortExchange(): void {
    this._nextHandler = false
  }

  /** Whether a fault rule does not let that user in, with any password; then smtp-server must answer with an error. */
  async isFaultyAuth(user: string): Promise<boolean> {
    this.#instead = await this.conversation.fault('auth', { user })
    return this.#instead !== undefined
  }

  authenticate(line: Buffer): Promise<void> {
    this.#method = lineText(line).trim().split(/\s+/, 2)[1]?.toUpperCase() ?? ''
    return new Promise((resolve) => super.handler_AUTH(line, resolve))
  }

  startTls(): Promise<void> {
    // The go-ahead must be out before the handshake takes over the socket.
    this._socket.uncork()
    return new Promise((resolve) => this.upgrade(resolve))
  }

  /** Greets at once: no reverse DNS, no wait for early talkers; what those sent waits behind the greeting. */
  override init(): void {
    this.#session = this.#head.mailroom.openSession(this.#log.id, () => this.conversation.record())
    this.#log.secured(this._socket)
    this._setListeners(() => {
      const greeted = this.conversation.begin().then(() => {
        this._ready = true
      })
      if (this._parser instanceof OctetParser) this._parser.ready = greeted
      this.#hurryAtEnd()
    })
  }

  /** Runs inside the constructor of smtp-server's class, before the fields of this one are there; and again for TLS. */
  override _createParser(): OctetParser {
    const parser = new OctetParser()
    parser.oncommand = (line, done) => this._onCommand(line, done)
    parser.onhandshake = () => this.conversation.hearHandshake()
    parser.onoverlong = () => this.conversation.hearOverlong()
    parser.on('error', (error) => this.conversation.dismiss(this.conversation.answerError(error)))
    parser.on('finish', () => this.#endOfInput())
    return parser
  }

  override _onCommand(command: Buffer, done?: () => void): void {
    if (!this.conversation.hear(command)) return
    if (this.isInExchange && this.#method === 'CRAM-MD5') this.#cramUser = userOfCram(command)
    super._onCommand(command, done)
    this.#cramUser = undefined
  }

  override _getHandler(verb: string): (line: Buffer, done: () => void) => void {
    return (line, done) => {
      this.conversation.run(verb, line).then(done)
    }
  }

  /** smtp-server's own replies: time-outs, HTTP, and the SASL exchange. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const instead = this.#instead
    this.#instead = undefined
    if (instead) {
      this.conversation.conclude(instead)
      return
    }
    const enhanced = this._getEnhancedStatusCode(code, context)
    const theirs: Reply = { code, text: data ?? '', ...(enhanced === '' ? {} : { enhanced }) }
    const circumstances = { options: this.#head.options, method: this.#method }
    this.conversation.answer(inOwnWords(String(data), circumstances) ?? theirs)
  }

  /** Called with the TLS socket when the handshake after STARTTLS begins; otherwise without one. */
  override _armTimeout(socket?: Socket): void {
    super._armTimeout(socket)
    if (this._upgrading && socket) this.#handshakeIsDone = watchHandshake(socket)
  }

  /** Called when the handshake after STARTTLS is done. */
  override _resetSession(): void {
    super._resetSession()
    this.#handshakeIsDone()
    this.conversation.forget()
    this.#log.secured(this._socket)
    this.#hurryAtEnd()
  }

  override _onError(error: Error): void {
    if (this._upgrading) this.#tlsFailed(error)
    else this.#lost(`connection failed: ${error.message}`)
    this.close()
  }

  /** The client has gone without a goodbye from either side. */
  #lost(how: string): void {
    const { conversation } = this
    conversation.note(how)
    if (this.#log.isSilentUnderTls && !this._closing) conversation.problem('tlsFailed', leftAfterHandshake)
  }

  /** The socket tells of one failure in several events, and of some in none but its end. */
  #tlsFailed(error: Error | undefined): void {
    if (this.#hasTlsFailed || this._closing) return
    this.#hasTlsFailed = true
    const text = tlsTrouble(error)
    this.conversation.problem('tlsFailed', text)
    this.conversation.note(text)
  }

  override _onClose(): void {
    if (this._upgrading) this.#tlsFailed(undefined)
    super._onClose()
    const session = this.#session
    this.#session = undefined
    if (session) void this.#finish(session)
  }

  async #finish(session: { end(): void }): Promise<void> {
    try {
      await this.conversation.finish()
      this.#log.end()
      session.end()
    } catch (error) {
      this.conversation.answerError(error)
    }
    this.emit('over')
  }

  /** The client sent FIN; everything before it has been answered. */
  #endOfInput(): void {
    if (this._closing || this._closed) return
    this.#lost('the client closed without QUIT')
    this.close()
  }

  /** A client that has closed its side has given up waiting. */
  #hurryAtEnd(): void {
    this._socket.once('end', () => this.conversation.hurry())
  }

  /** While the client waits for us, the idle time-out must not hit it. */
  async #whileBusy(work: Promise<void> | undefined): Promise<void> {
    this._handlerPending = true
    try {
      await work
    } finally {
      this._handlerPending = false
    }
  }
}

const ends = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
