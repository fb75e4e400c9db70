// The talk with one client: which commands it said, the transaction it is in, and what it was answered.

import { Secrecy } from '../lines/secrecy.js'
import type { FaultStage } from '../model/fault.js'
import type { SessionRecord } from '../model/session.js'
import type { Client } from './client.js'
import { commandOf, commands } from './commands.js'
import { type Ending, Misbehaviour, type Occasion } from './faults/misbehaviour.js'
import type { Head, SmtpMailroom } from './head.js'
import { Intake } from './intake/intake.js'
import type { SmtpListener, SmtpOptions } from './options.js'
import { type Reply, reply, replyLines, replyToError } from './reply.js'
import { lineText, trimBlanks, verbOf } from './talk/command-line.js'
import { authFailed, authSucceeded, Patience } from './talk/patience.js'
import { RefusalNotes } from './talk/refusals.js'
import type { SessionLog } from './talk/session-log.js'
import { longestCommandLine, type OctetSink } from './transport/octet-parser.js'
import type { Wire } from './transport/wire.js'

export interface ConversationOptions {
  readonly head: Head
  readonly listener: SmtpListener
  readonly log: SessionLog
}

const stopping = reply('421 4.3.2', 'mailhold is stopping')

export class Conversation implements Client {
  readonly intake: Intake
  readonly #wire: Wire
  readonly #head: Head
  readonly #log: SessionLog
  /** settled when the message on its way is kept or refused */
  #ending: Promise<void> = Promise.resolve()
  readonly #patience: Patience
  readonly #secrecy = new Secrecy()
  readonly #refusals: RefusalNotes
  readonly #faults: Misbehaviour
  /** refused from the start: nothing but QUIT is obeyed */
  #isUnwelcome = false

  constructor(wire: Wire, { head, listener, log }: ConversationOptions) {
    this.#wire = wire
    this.#head = head
    this.#log = log
    this.#patience = new Patience(head.options.maxBadCommands)
    this.#refusals = new RefusalNotes(head.mailroom, () => this.intake.transaction?.from.address)
    this.#faults = new Misbehaviour({ head, listener, log, auth: () => wire.auth })
    this.intake = new Intake({
      head,
      listener,
      log,
      auth: () => wire.auth,
      answerError: (error) => this.answerError(error),
      onKept: () => this.#patience.renew(),
      faults: this.#faults,
    })
  }

  get mailroom(): SmtpMailroom {
    return this.#head.mailroom
  }

  get options(): SmtpOptions {
    return this.#head.options
  }

  get isSecure(): boolean {
    return this.#wire.isSecure
  }

  get isAuthenticated(): boolean {
    return this.#wire.auth !== undefined
  }

  greet(name: string): void {
    this.intake.end()
    this.#log.helo = name
    this.#wire.greeted(name)
  }

  /** RFC 3207 §4.2: what was said before the handshake is forgotten. */
  forget(): void {
    this.intake.end()
    this.#log.helo = undefined
  }

  divert(sink: OctetSink): void {
    const end = async () => {
      await sink.end()
      if (this.#head.isStopping) this.stop()
    }
    this.#wire.divert({
      take: (octets) => sink.take(octets),
      settle: () => sink.settle(),
      end: () => {
        this.#ending = end()
        return this.#ending
      },
    })
  }

  say(reply: Reply): void {
    const lines = replyLines(reply)
    this.#refusals.said(reply)
    if (!this.#wire.write(`${lines.join('\r\n')}\r\n`)) {
      this.note(`not sent, the connection is closed: ${lines[0]}`)
      return
    }
    for (const line of lines) this.#log.transcript.server(line)
  }

  dismiss(reply: Reply): void {
    this.#faults.end()
    this.say(reply)
    this.#wire.close()
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
    return this.#wire.startTls()
  }

  authenticate(line: Buffer): Promise<void> {
    return this.#wire.authenticate(line)
  }

  fault(stage: FaultStage, occasion?: Occasion): Promise<Ending | undefined> | undefined {
    return this.#faults.at(stage, occasion)
  }

  conclude(ending: Ending): undefined {
    if (ending.is === 'reply') {
      if (ending.reply.code === 421) this.dismiss(ending.reply)
      else this.say(ending.reply)
      return
    }
    this.#faults.end()
    this.intake.abandon()
    this.#wire.close()
  }

  /** The first reply: a greeting, or a refusal. Nothing is read before it. */
  async begin(): Promise<void> {
    const { maxConnections, hostName } = this.options
    if (this.#head.connectionCount > maxConnections) {
      this.dismiss(reply('421 4.3.2', `More than ${maxConnections} connections; try again later`))
      return
    }
    const ending = await this.fault('connect')
    this.#isUnwelcome = ending !== undefined
    if (ending) return this.conclude(ending)
    this.say(reply('220', `${hostName} ESMTP mailhold`))
  }

  /** Notes a line that came in. Returns whether it may be executed. */
  hear(line: Buffer): boolean {
    const text = lineText(line)
    const kind = { isAnswer: this.#wire.isInExchange, isCommand: commands.has(verbOf(text)) }
    this.#log.heard(this.#secrecy.shown(text, kind))
    if (!kind.isAnswer) this.#refusals.heard(text)
    if (!this.#head.isStopping || this.intake.isArriving) return true
    this.dismiss(stopping)
    return false
  }

  /** A line came in that is longer than any may be. */
  hearOverlong(): void {
    this.note(`<a line of more than ${longestCommandLine} octets>`)
    this.#wire.abortExchange()
    this.answer(reply('500 5.5.2', `Line is longer than ${longestCommandLine} octets`))
  }

  /** The first thing that came was no line but the beginning of a TLS handshake. */
  hearHandshake(): void {
    const text = 'This port speaks plain text; the client began with a TLS handshake'
    this.problem('tlsOnPlainPort', text)
    this.dismiss(reply('421 4.7.0', text))
  }

  /** Runs a command and says its reply. Never rejects. */
  async run(verb: string, line: Buffer): Promise<void> {
    const argument = trimBlanks(lineText(line).slice(verb.length))
    // RFC 5321 §3.1: a client that was greeted with 554 may only leave
    if (this.#isUnwelcome && verb !== 'QUIT') return this.say(reply('503 5.5.1', 'Refused; say QUIT'))
    try {
      const answer = await commandOf(verb).run(this, { argument, line })
      if (answer) this.answer(answer)
    } catch (error) {
      this.answer(this.answerError(error))
    }
  }

  /** Says the reply to a command; closes where it says so, or where there were too many complaints. */
  answer(answer: Reply): void {
    if (answer.code === 421) {
      this.dismiss(answer)
      return
    }
    this.say(answer)
    if (answer.code === authSucceeded) this.#secrecy.authSucceeded()
    if (answer.code === authFailed)
      this.problem('authFailed', 'AUTH was refused: the name or the password is wrong')
    const complaints = this.#patience.exhaustedBy(answer)
    if (complaints !== undefined) this.dismiss(reply('421 4.7.0', `${complaints} bad commands; goodbye`))
  }

  /** Mailhold stops: a message on its way may still come, everybody else is sent away. */
  stop(): void {
    this.hurry()
    if (!this.intake.isArriving && !this.intake.isKeeping) this.dismiss(stopping)
  }

  /** Nobody is to be kept waiting any more: the client has said its last, or mailhold stops. */
  hurry(): void {
    this.#faults.hurry()
  }

  /** Sends the client away at once, whatever it is doing. */
  cutOff(): void {
    this.intake.abandon()
    this.dismiss(stopping)
    this.#wire.destroy()
  }

  /** The connection is gone. Resolves when a message that was complete is kept. */
  async finish(): Promise<void> {
    this.#faults.end()
    this.intake.abandon()
    await this.#ending
  }

  record(): SessionRecord {
    return this.#log.record(this.#wire.auth)
  }
}
