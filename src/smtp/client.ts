// What a command may know of the client that sent it, and may ask the connection to do.

import type { FaultStage } from '../model/fault.js'
import type { Ending, Occasion } from './faults/misbehaviour.js'
import type { SmtpMailroom } from './head.js'
import type { Intake } from './intake/intake.js'
import type { SmtpOptions } from './options.js'
import type { Reply } from './reply.js'
import type { OctetSink } from './transport/octet-parser.js'

export interface Client {
  readonly mailroom: SmtpMailroom
  readonly options: SmtpOptions
  /** whether the connection is encrypted */
  readonly isSecure: boolean
  readonly isAuthenticated: boolean
  /** the transaction and its message */
  readonly intake: Intake
  /** HELO or EHLO came with that name; any transaction is over. */
  greet(name: string): void
  /** What follows are octets for `sink`, not commands. */
  divert(sink: OctetSink): void
  say(reply: Reply): void
  note(text: string): void
  /** Something that the session's record tells a person about. */
  problem(code: string, message: string): void
  /** What a fault rule makes of the occasion, before anything else is done about it; `undefined`: nothing. */
  fault(stage: FaultStage, occasion?: Occasion): Promise<Ending | undefined> | undefined
  /** Says the reply of that ending, or closes without one. */
  conclude(ending: Ending): undefined
  /** The reply for what was thrown. */
  answerError(error: unknown): Reply
  /** The next octets are a TLS handshake. */
  startTls(): Promise<void>
  /** Runs the SASL exchange that the line begins, with all its replies. */
  authenticate(line: Buffer): Promise<void>
  /** Says the last reply and closes. */
  dismiss(reply: Reply): void
}
