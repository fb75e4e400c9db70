// What a command may use of the connection it came over.

import type { DeletePolicy, Maildrops } from '../mailroom/mailroom.js'
import type { MessageId } from '../model/ids.js'
import type { AuthFacts } from '../model/session.js'
import type { Reply } from './reply.js'

/** Looks a password up that is known in plain words, for APOP (RFC 1939 §7). */
export type Secrets = (user: string) => string | undefined

/** Whether that user has that password. */
export type Verify = (user: string, password: string) => Promise<boolean>

/** The part of the server's options that commands see. */
export interface SessionOptions {
  readonly deletePolicy: DeletePolicy
  readonly verify?: Verify
  readonly secrets?: Secrets
  /** days after which mail may go by itself, shown as EXPIRE (RFC 2449 §6.7); `undefined`: never */
  readonly expireDays?: number
}

export interface Session {
  readonly options: SessionOptions
  readonly mailroom: Maildrops
  /** the timestamp of the greeting (RFC 1939 §7); only where APOP is possible */
  readonly timestamp: string | undefined
  /** whether STLS would be accepted now: a certificate is loaded and the line is plain */
  readonly canStartTls: boolean
  readonly isSecure: boolean
  /** Sends `+ <text>` and resolves with the client's next line; rejects when there is none. */
  ask(text: string): Promise<string>
  /** Lines that the client has sent already and that wait for their turn, at most `count`. */
  upcoming(count: number): readonly string[]
  /** Resolves after the delay that a wrong password costs. */
  penalty(): Promise<void>
  /** @param maildrop its canonical name */
  noteLogin(auth: AuthFacts, maildrop: string): void
  noteRetrieved(id: MessageId): void
  /** What is answered to an error; one that nobody foresaw is logged. */
  refusalFor(error: unknown): Reply
}
