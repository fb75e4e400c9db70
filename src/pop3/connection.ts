// One connection: answers each command before the next is looked at, and cleans up however it ends.

import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { SecureContext } from 'node:tls'
import { type Line, tooLong } from '../lines/line-reader.js'
import { Secrecy } from '../lines/secrecy.js'
import { leftAfterHandshake } from '../lines/tls-trouble.js'
import { elided } from '../lines/transcript.js'
import type { Maildrops } from '../mailroom/mailroom.js'
import { MailholdError } from '../model/errors.js'
import type { MessageId } from '../model/ids.js'
import type { AuthFacts } from '../model/session.js'
import { Channel, longestLine } from './channel.js'
import { internalError, replyTo } from './errors.js'
import { ConnectionLost, HandshakeFailed } from './output.js'
import { findCommand } from './registry.js'
import { nonsense, ok, type Reply } from './reply.js'
import { sendBody } from './send-body.js'
import type { Session, SessionOptions } from './session.js'
import type { SessionLog } from './session-log.js'
import { type State, start } from './state.js'

/** Senseless commands and wrong passwords in a row after which a connection is ended. */
const patience = 20

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
  readonly #channel: Channel
  readonly #ending = new AbortController()
  readonly #secrecy = new Secrecy()
  #state: State = start
  #isSecure = false
  #isSilentUnderTls = false
  #tries = 0

  constructor(socket: Socket, parts: ConnectionParts) {
    this.mailroom = parts.mailroom
    this.options = parts.options
    this.timestamp = parts.timestamp
    this.#log = parts.log
    this.#isImplicitTls = parts.isImplicitTls
    this.#channel = new Channel(socket, {
      idleTimeoutMs: parts.options.idleTimeoutMs,
      onIdle: () => this.#log.transcript.note('cut after being idle too long'),
    })
  }

  /** Talks until the session ends in one way or another. Never rejects; the maildrop is free afterwards. */
  async run(): Promise<void> {
    try {
      if (this.#isImplicitTls) await this.#startTls()
      this.#send(ok(['Mailhold is ready', this.timestamp ?? ''].join(' ').trim()))
      await this.#talk()
      await this.#channel.output.flush()
    } catch (error) {
      this.#channel.destroy()
      if (error instanceof HandshakeFailed) this.#log.tlsFailed(error.message)
      if (!(error instanceof ConnectionLost)) this.options.onUnforeseen(error)
    } finally {
      this.#leave()
      this.#channel.hangUp()
      this.#log.ended()
    }
  }

  /** Ends the session after the command that is being executed. */
  stop(): void {
    this.#ending.abort()
    this.#channel.stopWaiting()
  }

  /** Ends the session at once. */
  destroy(): void {
    this.#channel.destroy()
  }

  get isSecure(): boolean {
    return this.#isSecure
  }

  get canStartTls(): boolean {
    return this.options.secureContext !== undefined && !this.#isSecure
  }

  async ask(text: string): Promise<string> {
    this.#channel.output.line(`+ ${text}`)
    this.#log.transcript.server(`+ ${text}`)
    const line = await this.#channel.nextLine()
    if (line === undefined) throw new ConnectionLost('the client went away')
    this.#note(line, 'answer')
    if (line === tooLong) throw new MailholdError('badInput', 'the response is too long')
    return line
  }

  upcoming(count: number): readonly string[] {
    return this.#channel.upcoming(count).filter((line) => line !== tooLong)
  }

  async penalty(): Promise<void> {
    await this.#channel.output.flush()
    const { signal } = this.#ending
    await delay(this.options.failedLoginDelayMs, undefined, { signal }).catch(() => undefined)
  }

  noteLogin(auth: AuthFacts, maildrop: string): void {
    this.#log.loggedIn(auth, maildrop)
    this.#secrecy.authSucceeded()
  }

  noteRetrieved(id: MessageId): void {
    this.#log.retrieved(id)
  }

  refusalFor(error: unknown): Reply {
    if (error instanceof ConnectionLost) throw error
    const reply = replyTo(error)
    if (reply === undefined) this.options.onUnforeseen(error)
    return reply ?? internalError
  }

  async #talk(): Promise<void> {
    while (this.#state.name !== 'ended' && !this.#ending.signal.aborted) {
      const line = await this.#channel.nextLine()
      if (line === undefined) return this.#left()
      this.#isSilentUnderTls = false
      this.#note(line, 'command')
      await this.#answer(line)
    }
  }

  #note(line: Line, as: 'answer' | 'command'): void {
    this.#log.transcript.client(line === tooLong ? '(a line that is too long)' : this.#shown(line, as))
  }

  #shown(line: string, as: 'answer' | 'command'): string {
    const isCommand = findCommand(verbOf(line)) !== undefined
    return this.#secrecy.shown(line, { isAnswer: as === 'answer', isCommand })
  }

  async #answer(line: Line): Promise<void> {
    const before = this.#state
    const reply = await this.#replyTo(line)
    // RFC 1939 §7: PASS comes right after USER; every other command makes the name forgotten.
    if (before.name === 'authorization') this.#state = { name: 'authorization', isUtf8: before.isUtf8 }
    if (reply.become !== undefined) this.#state = reply.become
    this.#send(reply)
    const { output } = this.#channel
    if (reply.body !== undefined) this.#log.transcript.note(elided(await sendBody(reply.body, output)))
    if (output.isFull) await output.flush()
    if (reply.startTls === true) await this.#startTls()
    this.#count(reply)
  }

  async #replyTo(line: Line): Promise<Reply> {
    if (line === tooLong) return nonsense(`a line has ${longestLine} octets at most`)
    const verb = verbOf(line)
    const command = findCommand(verb)
    if (command?.isOffered(this) !== true) return nonsense('unknown command; CAPA lists what there is')
    const argument = verb.length === line.length ? undefined : line.slice(verb.length + 1)
    try {
      return await command.execute(this.#state, argument, this)
    } catch (error) {
      return this.refusalFor(error)
    }
  }

  #send(reply: Reply): void {
    this.#channel.output.line(reply.line)
    this.#log.transcript.server(reply.line)
  }

  async #startTls(): Promise<void> {
    const { secureContext } = this.options
    if (secureContext === undefined) throw new Error('TLS was to begin without a certificate')
    this.#log.tlsBegan(await this.#channel.startTls(secureContext))
    this.#isSecure = true
    this.#isSilentUnderTls = true
  }

  /** Nothing more comes. */
  #left(): void {
    if (this.#isSilentUnderTls && !this.#ending.signal.aborted) this.#log.tlsFailed(leftAfterHandshake)
  }

  #count(reply: Reply): void {
    this.#tries = reply.triesPatience === true ? this.#tries + 1 : 0
    if (this.#tries < patience) return
    this.#log.transcript.note('ended after too many senseless commands or wrong passwords')
    this.#leave()
  }

  #leave(): void {
    if (this.#state.name === 'transaction') this.#state.maildrop.release()
    this.#state = { name: 'ended' }
  }
}

const verbOf = (line: string): string => line.split(' ', 1)[0] ?? ''
