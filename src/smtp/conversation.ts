// The talk with one client: which commands it said, the transaction it is in, and what it was answered.

import { blank, blankCredentials } from '../lines/transcript.js'
import type { ReversePath } from '../model/envelope.js'
import type { Origin, SessionRecord } from '../model/session.js'
import { Body } from './body.js'
import type { Client } from './client.js'
import { lineText, verbOf } from './command-line.js'
import { commands } from './commands.js'
import type { Head, SmtpMailroom } from './head.js'
import { longestCommandLine, type OctetSink } from './octet-parser.js'
import type { SmtpListener, SmtpOptions } from './options.js'
import { type Reply, reply, replyLines, replyToError } from './reply.js'
import type { SessionLog } from './session-log.js'
import { Transaction } from './transaction.js'
import type { Wire } from './wire.js'

export interface ConversationOptions {
  readonly head: Head
  readonly listener: SmtpListener
  readonly log: SessionLog
}

const stopping = reply('421 4.3.2', 'mailhold is stopping')
const usualBadCommands = 20

export class Conversation implements Client {
  readonly #wire: Wire
  readonly #head: Head
  readonly #listener: SmtpListener
  readonly #log: SessionLog
  #transaction: Transaction | undefined
  /** settled when the message on its way is kept or refused */
  #ending: Promise<void> = Promise.resolve()
  #badCommands = 0
  #hasAuthFailed = false

  constructor(wire: Wire, { head, listener, log }: ConversationOptions) {
    this.#wire = wire
    this.#head = head
    this.#listener = listener
    this.#log = log
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

  get transaction(): Transaction | undefined {
    return this.#transaction
  }

  greet(name: string): void {
    this.endTransaction()
    this.#log.helo = name
    this.#wire.greeted(name)
  }

  /** RFC 3207 §4.2: what was said before the handshake is forgotten. */
  forget(): void {
    this.endTransaction()
    this.#log.helo = undefined
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
    const { reply, kept } = await body.keep()
    if (kept) {
      this.#log.kept(kept.id)
      this.#badCommands = 0
    }
    this.endTransaction(reply)
    return reply
  }

  endTransaction(reply?: Reply): void {
    this.#transaction?.end(reply)
    this.#transaction = undefined
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
    if (!this.#wire.write(`${lines.join('\r\n')}\r\n`)) {
      this.note(`the client has gone; not sent: ${lines[0]}`)
      return
    }
    for (const line of lines) this.#log.transcript.server(line)
  }

  dismiss(reply: Reply): void {
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

  /** The first reply: a greeting, or a refusal when too many are here. Nothing has been read before it. */
  begin(): void {
    const { maxConnections, hostName } = this.options
    const isCrowded = this.#head.connectionCount > maxConnections
    if (isCrowded)
      this.dismiss(reply('421 4.3.2', `More than ${maxConnections} connections; try again later`))
    else this.say(reply('220', `${hostName} ESMTP mailhold`))
  }

  /** Notes a line that came in. Returns whether it may be executed. */
  hear(line: Buffer): boolean {
    const text = lineText(line)
    if (commands.has(verbOf(text))) this.#hasAuthFailed = false
    // Behind a failed AUTH the client may go on with its password, which is no command then.
    const isSecret = (this.#wire.isInExchange || this.#hasAuthFailed) && text !== '*'
    this.#log.transcript.client(isSecret ? blank : blankCredentials(text))
    if (!this.#head.isStopping || this.#transaction?.stage.is === 'arriving') return true
    this.dismiss(stopping)
    return false
  }

  /** A line came in that is longer than any may be. */
  hearOverlong(): void {
    this.note(`<a line of more than ${longestCommandLine} octets>`)
    this.#wire.abortExchange()
    this.answer(reply('500 5.5.2', `Line is longer than ${longestCommandLine} octets`))
  }

  /** Runs a command and says its reply. Never rejects. */
  async run(verb: string, line: Buffer): Promise<void> {
    const argument = lineText(line)
      .slice(verb.length)
      .replace(/^[ \t]+|[ \t]+$/g, '')
    try {
      const answer = await commands.get(verb)?.run(this, { argument, line })
      if (answer) this.answer(answer)
      else if (!commands.has(verb))
        this.answer(reply('500 5.5.1', 'Command not known; HELP lists those that are'))
    } catch (error) {
      this.answer(this.answerError(error))
    }
    if (verb === 'AUTH') this.#hasAuthFailed = !this.isAuthenticated
  }

  /** Says the reply to a command; closes where it says so, or where there were too many complaints. */
  answer(answer: Reply): void {
    if (answer.code === 421) {
      this.dismiss(answer)
      return
    }
    this.say(answer)
    const allowed = this.options.maxBadCommands ?? usualBadCommands
    const isComplaint = answer.code >= 500 && answer.code <= 504
    if (isComplaint && ++this.#badCommands >= allowed) {
      this.dismiss(reply('421 4.7.0', `${allowed} bad commands; goodbye`))
    }
  }

  /** Mailhold stops: a message on its way may still come, everybody else is sent away. */
  stop(): void {
    const stage = this.#transaction?.stage.is
    if (stage !== 'arriving' && stage !== 'complete') this.dismiss(stopping)
  }

  /** Sends the client away at once, whatever it is doing. */
  cutOff(): void {
    if (this.#transaction?.stage.is !== 'complete') this.endTransaction()
    this.dismiss(stopping)
    this.#wire.destroy()
  }

  /** The connection is gone. Resolves when a message that was complete is kept. */
  async finish(): Promise<void> {
    if (this.#transaction?.stage.is !== 'complete') this.endTransaction()
    await this.#ending
  }

  record(): SessionRecord {
    return this.#log.record(this.#wire.auth)
  }

  get #origin(): Origin {
    const { id, helo, remote, tls } = this.#log
    const { auth } = this.#wire
    return {
      sessionId: id,
      via: this.#listener.tls ? 'smtps' : 'smtp',
      remote,
      ...(helo === undefined ? {} : { helo }),
      ...(tls === undefined ? {} : { tls }),
      ...(auth === undefined ? {} : { auth }),
    }
  }
}
