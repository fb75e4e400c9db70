// One client's connection: smtp-server's command loop with our parser, our commands and our replies.

import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'
import { blank, blankCredentials } from '../lines/transcript.js'
import type { ReversePath } from '../model/envelope.js'
import type { SessionId } from '../model/ids.js'
import type { AuthFacts, Origin } from '../model/session.js'
import { Body } from './body.js'
import type { Client } from './client.js'
import { commands } from './commands.js'
import type { Head, SmtpMailroom } from './head.js'
import { longestCommandLine, OctetParser, type OctetSink } from './octet-parser.js'
import type { SmtpListener, SmtpOptions } from './options.js'
import { type Reply, reply, replyLines, replyToError } from './reply.js'
import { SessionLog } from './session-log.js'
import { Transaction } from './transaction.js'

export interface ConnectionOptions {
  readonly id: SessionId
  readonly head: Head
  readonly listener: SmtpListener
}

const stopping = reply('421 4.3.2', 'mailhold is stopping')
const usualBadCommands = 20

export class SmtpConnection extends SMTPConnection implements Client {
  readonly #head: Head
  readonly #listener: SmtpListener
  readonly #log: SessionLog
  #transaction: Transaction | undefined
  #session: { end(): void } | undefined
  #busy: Promise<unknown> = Promise.resolve()
  #badCommands = 0
  #hasAuthFailed = false

  constructor(server: SMTPServer, socket: Socket | TLSSocket, { id, head, listener }: ConnectionOptions) {
    super(server, socket, { id })
    this.#head = head
    this.#listener = listener
    this.#log = new SessionLog(id, {
      remote: ends(this.remoteAddress, this.remotePort),
      local: ends(this.localAddress, this.localPort),
    })
  }

  // What commands use

  get mailroom(): SmtpMailroom {
    return this.#head.mailroom
  }

  get options(): SmtpOptions {
    return this.#head.options
  }

  get isSecure(): boolean {
    return this.secure
  }

  get isAuthenticated(): boolean {
    return this.#auth !== undefined
  }

  get transaction(): Transaction | undefined {
    return this.#transaction
  }

  greet(name: string): void {
    this.endTransaction()
    this.#log.helo = name
    this.hostNameAppearsAs = name
  }

  beginTransaction(from: ReversePath): void {
    const open = this.mailroom.openTransaction(this.#origin, from, this.#listener.inbox)
    this.#transaction = new Transaction(from, open)
  }

  openBody(transaction: Transaction): Body {
    const { inbox } = this.#listener
    const limit = this.options.maxMessageSize
    const incoming = this.mailroom.receive({
      envelope: transaction.envelope,
      origin: this.#origin,
      announcedSize: transaction.announcedSize ?? limit,
      ...(inbox === undefined ? {} : { listenerInbox: inbox }),
    })
    const body = new Body(incoming, { limit, answerError: (error) => this.answerError(error) })
    transaction.stage = { is: 'arriving', body }
    return body
  }

  async keep(transaction: Transaction, body: Body): Promise<Reply> {
    transaction.stage = { is: 'complete' }
    const outcome = await body.keep()
    if (outcome.kept) {
      this.#log.kept(outcome.kept.id)
      this.#badCommands = 0
    }
    this.endTransaction(outcome.reply)
    return outcome.reply
  }

  endTransaction(reply?: Reply): void {
    this.#transaction?.end(reply)
    this.#transaction = undefined
  }

  divert(sink: OctetSink): void {
    if (!(this._parser instanceof OctetParser)) return
    this._parser.divert({
      take: (octets) => sink.take(octets),
      settle: () => this.#whileBusy(sink.settle()),
      end: async () => {
        await this.#whileBusy(sink.end())
        if (this.#head.isStopping) this.stop()
      },
    })
  }

  say(reply: Reply): void {
    // While a handshake is going on, anything written would end up in the middle of it.
    if (this._upgrading || !this._socket.writable) return
    const lines = replyLines(reply)
    for (const line of lines) this.#log.transcript.server(line)
    this._socket.write(`${lines.join('\r\n')}\r\n`)
  }

  dismiss(reply: Reply): void {
    this.say(reply)
    this.close()
  }

  note(text: string): void {
    this.#log.transcript.note(text)
  }

  problem(code: string, message: string): void {
    this.#log.problem(code, message)
  }

  answerError(error: unknown): Reply {
    const answer = replyToError(error)
    if (!answer.isKnown) this.options.log('error', 'SMTP: unexpected error', { error, session: this.#log.id })
    return answer.reply
  }

  startTls(): Promise<void> {
    return new Promise((resolve) => this.upgrade(resolve))
  }

  authenticate(line: Buffer): Promise<void> {
    return new Promise((resolve) => super.handler_AUTH(line, resolve))
  }

  /** Mailhold stops: a message on its way may still come, everybody else is sent away. */
  stop(): void {
    const stage = this.#transaction?.stage.is
    if (stage !== 'arriving' && stage !== 'complete') this.dismiss(stopping)
  }

  /** Sends the client away at once, whatever it is doing. */
  cutOff(): void {
    this.dismiss(stopping)
    this._socket.destroy()
  }

  // What smtp-server calls

  override init(): void {
    this.#session = this.mailroom.openSession(this.#log.id, () => this.#log.record(this.#auth))
    this.#log.secured(this._socket)
    this._setListeners(() => {
      if (this.#head.connectionCount > this.options.maxConnections) {
        this.dismiss(
          reply('421 4.3.2', `More than ${this.options.maxConnections} connections; try again later`),
        )
        return
      }
      // Nothing has been read yet: what an early talker sent waits behind the greeting.
      this._ready = true
      this.say(reply('220', `${this.options.hostName} ESMTP mailhold`))
    })
  }

  /** Runs inside the constructor of smtp-server's class, before the fields of this one are there. */
  override _createParser(): OctetParser {
    const parser = new OctetParser()
    parser.oncommand = (line, done) => this._onCommand(line, done)
    parser.onoverlong = () => this.#refuseOverlong()
    parser.on('error', (error) => this.dismiss(this.answerError(error)))
    parser.on('finish', () => this.#endOfInput())
    return parser
  }

  override _onCommand(command: Buffer, done?: () => void): void {
    this.#hear(command.toString())
    if (this.#head.isStopping && this.#transaction?.stage.is !== 'arriving') {
      this.dismiss(stopping)
      return
    }
    super._onCommand(command, done)
  }

  override _getHandler(verb: string): (line: Buffer, done: () => void) => void {
    return (line, done) => {
      this.#run(verb, line).then(done)
    }
  }

  /** smtp-server's own replies: time-outs, HTTP, and the SASL exchange. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const enhanced = this._getEnhancedStatusCode(code, context)
    if (code === 535) this.#hasAuthFailed = true
    this.say({ code, text: data ?? '', ...(enhanced === '' ? {} : { enhanced }) })
    if (code === 421) this.close()
  }

  /** Called when a handshake after STARTTLS is done; RFC 3207 §4.2: everything said before is forgotten. */
  override _resetSession(): void {
    super._resetSession()
    this.endTransaction()
    this.#log.helo = undefined
    this.#log.secured(this._socket)
  }

  override _onError(error: Error): void {
    if (this._upgrading) this.problem('tlsFailed', `TLS handshake failed: ${error.message}`)
    this.note(`connection failed: ${error.message}`)
    this.close()
  }

  override _onClose(): void {
    super._onClose()
    const { transaction } = this
    if (transaction && transaction.stage.is !== 'complete') this.endTransaction()
    this.#busy.finally(() => {
      this.#log.end()
      this.#session?.end()
      this.#session = undefined
      this.emit('over')
    })
  }

  get #auth(): AuthFacts | undefined {
    return this.session.user || undefined
  }

  get #origin(): Origin {
    const { id, helo, remote, tls } = this.#log
    const auth = this.#auth
    return {
      sessionId: id,
      via: this.#listener.tls ? 'smtps' : 'smtp',
      remote,
      ...(helo === undefined ? {} : { helo }),
      ...(tls === undefined ? {} : { tls }),
      ...(auth === undefined ? {} : { auth }),
    }
  }

  async #run(verb: string, line: Buffer): Promise<void> {
    const answer = await this.#answer(verb, line)
    if (!answer) return
    this.say(answer)
    if (isComplaint(answer)) this.#countBadCommand()
  }

  async #answer(verb: string, line: Buffer): Promise<Reply | undefined> {
    const command = commands.get(verb)
    if (!command) return reply('500 5.5.1', 'Command not known; HELP lists those that are')
    try {
      return await command.run(this, { argument: line.toString().slice(verb.length).trim(), line })
    } catch (error) {
      return this.answerError(error)
    }
  }

  #refuseOverlong(): void {
    this.note(`<a line of more than ${longestCommandLine} octets>`)
    this._nextHandler = false
    this.say(reply('500 5.5.2', `Line is longer than ${longestCommandLine} octets`))
    this.#countBadCommand()
  }

  #countBadCommand(): void {
    const allowed = this.options.maxBadCommands ?? usualBadCommands
    if (++this.#badCommands >= allowed) this.dismiss(reply('421 4.7.0', `${allowed} bad commands; goodbye`))
  }

  #hear(line: string): void {
    const verb = line.split(' ', 1)[0]?.toUpperCase() ?? ''
    if (commands.has(verb)) this.#hasAuthFailed = false
    const isSecret = (this._nextHandler !== false || this.#hasAuthFailed) && line !== '*'
    this.#log.transcript.client(isSecret ? blank : blankCredentials(line))
  }

  /** The client sent FIN; everything before it has been answered. */
  #endOfInput(): void {
    if (this._closing || this._closed) return
    this.note('the client closed without QUIT')
    this.close()
  }

  /** While the client waits for us the idle time-out must not hit it. */
  async #whileBusy(work: Promise<void> | undefined): Promise<void> {
    this._handlerPending = true
    this.#busy = work ?? Promise.resolve()
    await work
    this._handlerPending = false
  }
}

const isComplaint = ({ code }: Reply): boolean => code >= 500 && code <= 504

const ends = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
