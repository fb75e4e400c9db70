// One SMTP or POP3 connection and what was said on it.

import type { MessageId, SessionId } from './ids.js'

export type Protocol = 'smtp' | 'pop3'

/** One line of a transcript; credentials are blanked and bodies elided before it is made. */
export interface TranscriptLine {
  /** milliseconds since 1970 */
  readonly at: number
  /** who spoke: the client, the server, or Mailhold telling what happened (`TLS 1.3 established`) */
  readonly who: 'client' | 'server' | 'note'
  readonly text: string
}

export interface TlsFacts {
  /** `TLSv1.3` */
  readonly protocol: string
  readonly cipher: string
  readonly servername?: string
}

export interface AuthFacts {
  /** `PLAIN`, `LOGIN`, … */
  readonly method: string
  readonly user: string
}

/** What is known of the connection a message came over; lives in columns, never in the message. */
export interface Origin {
  readonly sessionId: SessionId
  /** `smtp`, `smtps`, `http` or `import` */
  readonly via: string
  /** the name given with HELO or EHLO */
  readonly helo?: string
  /** the client's address and port: `127.0.0.1:50312` */
  readonly remote?: string
  readonly tls?: TlsFacts
  readonly auth?: AuthFacts
}

/** A problem of a session, such as STARTTLS tried while it is off. */
export interface SessionProblem {
  readonly code: string
  readonly message: string
}

export interface SessionRecord {
  readonly id: SessionId
  readonly protocol: Protocol
  /** milliseconds since 1970 */
  readonly startedAt: number
  /** absent while the connection is open */
  readonly endedAt?: number
  readonly remote: string
  /** the listener's address and port */
  readonly local: string
  readonly helo?: string
  readonly tls?: TlsFacts
  readonly auth?: AuthFacts
  /** the maildrop of a POP3 session */
  readonly maildrop?: string
  /** messages kept (SMTP) or retrieved (POP3) in it */
  readonly messageIds: readonly MessageId[]
  readonly problems: readonly SessionProblem[]
  readonly transcript: readonly TranscriptLine[]
  /** whether lines are missing because the transcript reached its limit */
  readonly transcriptTruncated: boolean
}
