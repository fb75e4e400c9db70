// One connection: reads commands in order, answers each before the next, and cleans up however it ends.

import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { SecureContext } from 'node:tls'
import { DotStuffer } from '../lines/dot-stuff.js'
import { type Line, LineReader, tooLong } from '../lines/line-reader.js'
import { blank, blankCredentials, elided } from '../lines/transcript.js'
import type { Maildrops } from '../mailroom/mailroom.js'
import { MailholdError } from '../model/errors.js'
import type { MessageId } from '../model/ids.js'
import type { AuthFacts } from '../model/session.js'
import { internalError, replyTo } from './errors.js'
import { ConnectionLost, Output } from './output.js'
import { findCommand } from './registry.js'
import { type Body, nonsense, ok, type Reply } from './reply.js'
import { secure } from './secure.js'
import type { Session, SessionOptions } from './session.js'
import type { SessionLog } from './session-log.js'
import { type State, start } from './state.js'

/** RFC 2449 §4 asks for 255 at least; tokens of XOAUTH2 are longer. RFC 4954 §4.3's figure. */
const longestLine = 12_288
/** Senseless commands in a row after which a connection is ended. */
const patience = 20
/** How long the client may take to close its side after we did ours. */
const lingerMs = 2_000

export interface ConnectionOptions extends SessionOptions {
  readonly idleTimeoutMs: number
  readonly failedLoginDelayMs: number
  readonly secureContext: SecureContext | undefined
  readonly onUnforeseen: (error: unknown) => void
}

export interface ConnectionParts {
  readonly mailroom: Maildrops
  readonly options: ConnectionOptions
  readonly log: SessionLog
  readonly timestamp: string | undefined
  /** TLS from the first octet on */
  readonly isImplicitTls: boolean
}

export class Connection implements Session {
  readonly mailroom: Maildrops
  readonly options: ConnectionOptions
  readonly timestamp: string | undefined
  readonly #log: SessionLog
  readonly #isImplicitTls: boolean
  readonly #ending = new AbortController()
  #socket: Socket
  #reader: LineReader
  #output: Output
  #state: State = start
  #isSecure = false
  #isWaiting = false
  #tries = 0

  constructor(socket: Socket, parts: ConnectionParts) {
    this.mailroom = parts.mailroom
    this.options = parts.options
    this.timestamp = parts.timestamp
    this.#log = parts.log
    this.#isImplicitTls = parts.isImplicitTls
    this.#socket = socket
    ;[this.#reader, this.#output] = this.#adopt(socket)
  }

  /** Talks until the session ends in one way or another. Never rejects; the maildrop is free afterwards. */
  async run(): Promise<void> {
    try {
      if (this.#isImplicitTls) await this.#startTls()
      this.#send(
        ok(this.timestamp === undefined ? 'Mailhold is ready' : `Mailhold is ready ${this.timestamp}`),
      )
      await this.#talk()
      await this.#output.flush()
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#leave()
      this.#hangUp()
    }
  }

  /** Ends the session after the command that is being executed. */
  stop(): void {
    this.#ending.abort()
    if (this.#isWaiting) this.#reader.detach()
  }

  /** Ends the session at once. */
  destroy(): void {
    this.#socket.destroy()
  }

  get isSecure(): boolean {
    return this.#isSecure
  }

  get canStartTls(): boolean {
    return this.options.secureContext !== undefined && !this.#isSecure
  }

  async ask(text: string): Promise<string> {
    this.#output.line(`+ ${text}`)
    this.#log.transcript.server(`+ ${text}`)
    const line = await this.#nextLine()
    if (line === undefined) throw new ConnectionLost('the client went away')
    this.#log.transcript.client(line === '*' ? line : blank)
    if (line === tooLong) throw new MailholdError('badInput', 'the response is too long')
    return line
  }

  upcoming(count: number): readonly string[] {
    return this.#reader.upcoming(count).filter((line) => line !== tooLong)
  }

  async penalty(): Promise<void> {
    await this.#output.flush()
    await delay(this.options.failedLoginDelayMs, undefined, { signal: this.#ending.signal }).catch(
      () => undefined,
    )
  }

  noteLogin(auth: AuthFacts, maildrop: string): void {
    this.#log.loggedIn(auth, maildrop)
  }

  noteRetrieved(id: MessageId): void {
    this.#log.retrieved(id)
  }

  async #talk(): Promise<void> {
    while (this.#state.name !== 'ended' && !this.#ending.signal.aborted) {
      const line = await this.#nextLine()
      if (line === undefined) return
      this.#log.transcript.client(line === tooLong ? '(a line that is too long)' : blankCredentials(line))
      await this.#answer(line)
    }
  }

  /** Replies are sent when the client has nothing more to say for now, so that pipelined ones travel together. */
  async #nextLine(): Promise<Line | undefined> {
    if (this.#reader.hasLine()) return this.#reader.next()
    await this.#output.flush()
    this.#isWaiting = true
    const line = await this.#reader.next()
    this.#isWaiting = false
    return line
  }

  async #answer(line: Line): Promise<void> {
    const before = this.#state
    const reply = await this.#replyTo(line)
    // RFC 1939 §7: PASS comes right after USER; every other command makes the name forgotten.
    if (before.name === 'authorization') this.#state = { name: 'authorization', isUtf8: before.isUtf8 }
    if (reply.become !== undefined) this.#state = reply.become
    this.#send(reply)
    if (reply.body !== undefined) await this.#sendBody(reply.body)
    if (this.#output.isFull) await this.#output.flush()
    if (reply.startTls === true) await this.#startTls()
    this.#count(reply)
  }

  async #replyTo(line: Line): Promise<Reply> {
    if (line === tooLong) return nonsense(`a line has ${longestLine} octets at most`)
    const blankAt = line.indexOf(' ')
    const verb = blankAt < 0 ? line : line.slice(0, blankAt)
    const command = findCommand(verb)
    if (command?.isOffered(this) !== true) return nonsense('unknown command; CAPA lists what there is')
    try {
      return await command.execute(this.#state, blankAt < 0 ? undefined : line.slice(blankAt + 1), this)
    } catch (error) {
      return this.#funnel(error)
    }
  }

  #funnel(error: unknown): Reply {
    if (error instanceof ConnectionLost) throw error
    const reply = replyTo(error)
    if (reply === undefined) this.options.onUnforeseen(error)
    return reply ?? internalError
  }

  #send(reply: Reply): void {
    this.#output.line(reply.line)
    this.#log.transcript.server(reply.line)
  }

  async #sendBody(body: Body): Promise<void> {
    const sent = body.kind === 'lines' ? await this.#sendLines(body.lines) : await this.#sendMessage(body)
    this.#log.transcript.note(elided(sent))
  }

  async #sendLines(lines: Iterable<string>): Promise<number> {
    let sent = 0
    for (const line of lines) {
      this.#output.line(line)
      sent += line.length + 2
      if (this.#output.isFull) await this.#output.flush()
    }
    this.#output.line('.')
    return sent
  }

  /** A body that fails or has another size than announced must not look whole: the connection is broken off. */
  async #sendMessage({ octets, size }: Extract<Body, { kind: 'message' }>): Promise<number> {
    const stuffer = new DotStuffer()
    let sent = 0
    for await (const piece of octets) {
      sent += piece.length
      this.#output.octets(stuffer.stuff(piece))
      if (this.#output.isFull) await this.#output.flush()
    }
    if (size !== undefined && sent !== size) throw new Error(`a message of ${size} octets gave ${sent}`)
    this.#output.octets(stuffer.finish())
    return sent
  }

  async #startTls(): Promise<void> {
    const { secureContext } = this.options
    if (secureContext === undefined) throw new Error('there is no certificate')
    await this.#output.flush()
    this.#reader.detach()
    this.#socket.setTimeout(0)
    const secured = await secure(this.#socket, secureContext)
    this.#log.tlsBegan(secured)
    this.#isSecure = true
    this.#socket = secured
    ;[this.#reader, this.#output] = this.#adopt(secured)
  }

  #adopt(socket: Socket): [LineReader, Output] {
    socket.setNoDelay(true)
    // RFC 1939 §3: nothing is said, nothing is removed.
    socket.setTimeout(this.options.idleTimeoutMs, () => {
      this.#log.transcript.note('ended after being idle too long')
      socket.destroy()
    })
    socket.on('error', () => undefined)
    return [new LineReader(socket, longestLine), new Output(socket)]
  }

  #count(reply: Reply): void {
    this.#tries = reply.triesPatience === true ? this.#tries + 1 : 0
    if (this.#tries < patience) return
    this.#log.transcript.note('ended after too many senseless commands or wrong passwords')
    this.#leave()
  }

  #fail(error: unknown): void {
    this.#socket.destroy()
    if (!(error instanceof ConnectionLost)) this.options.onUnforeseen(error)
  }

  #leave(): void {
    if (this.#state.name === 'transaction') this.#state.maildrop.release()
    this.#state = { name: 'ended' }
  }

  #hangUp(): void {
    const socket = this.#socket
    this.#reader.detach()
    this.#log.ended()
    socket.end()
    // What comes now is not read as commands; reading it keeps our last reply from being lost in a reset.
    socket.resume()
    const deadline = setTimeout(() => socket.destroy(), lingerMs)
    socket.once('close', () => clearTimeout(deadline))
  }
}
