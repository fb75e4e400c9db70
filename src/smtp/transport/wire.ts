// What a conversation needs of the connection under it.

import type { AuthFacts } from '../../model/session.js'
import type { OctetSink } from './octet-parser.js'

export interface Wire {
  /** whether it is encrypted */
  readonly isSecure: boolean
  /** whom the client has proved, or claimed, to be */
  readonly auth: AuthFacts | undefined
  /** Sends a text; `false` where nobody is there any more to get it. */
  write(text: string): boolean
  /** No more is read, and it is closed when everything written has gone out. */
  close(): void
  /** Closes at once. */
  destroy(): void
  /** What follows are octets for `sink`, not commands. */
  divert(sink: OctetSink): void
  /** The client named itself: it may use the commands that need that. */
  greeted(name: string): void
  /** The next octets are a TLS handshake. */
  startTls(): Promise<void>
  /** Runs the SASL exchange that the line begins, with all its replies. */
  authenticate(line: Buffer): Promise<void>
  /** Whatever exchange the next line would belong to is off. */
  abortExchange(): void
  /** whether the next line belongs to a SASL exchange and is a secret */
  readonly isInExchange: boolean
}
