// What a command may know of the client that sent it, and may ask the connection to do.

import type { ReversePath } from '../model/envelope.js'
import type { Body } from './body.js'
import type { SmtpMailroom } from './head.js'
import type { OctetSink } from './octet-parser.js'
import type { SmtpOptions } from './options.js'
import type { Reply } from './reply.js'
import type { Transaction } from './transaction.js'

export interface Client {
  readonly mailroom: SmtpMailroom
  readonly options: SmtpOptions
  /** whether the connection is encrypted */
  readonly isSecure: boolean
  readonly isAuthenticated: boolean
  readonly transaction: Transaction | undefined
  /** HELO or EHLO came with that name; any transaction is over. */
  greet(name: string): void
  beginTransaction(from: ReversePath): void
  /** The message begins to arrive. @throws MailholdError where it cannot be taken now */
  openBody(transaction: Transaction): Body
  /** Resolves with the reply; the transaction is over. */
  keep(transaction: Transaction, body: Body): Promise<Reply>
  /** The transaction is over; the reply that ended it, if there is one. */
  endTransaction(reply?: Reply): void
  /** What follows are octets for `sink`, not commands. */
  divert(sink: OctetSink): void
  say(reply: Reply): void
  note(text: string): void
  /** Something that the session's record tells a person about. */
  problem(code: string, message: string): void
  /** The reply for what was thrown. */
  answerError(error: unknown): Reply
  /** The next octets are a TLS handshake. */
  startTls(): Promise<void>
  /** Runs the SASL exchange that the line begins, with all its replies. */
  authenticate(line: Buffer): Promise<void>
  /** Says the last reply and closes. */
  dismiss(reply: Reply): void
}
