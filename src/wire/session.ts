// One SMTP or POP3 connection and what was said on it.

import type { Auth, Tls } from './message.js'

export interface TranscriptLine {
  /** RFC 3339 UTC */
  readonly at: string
  readonly who: 'client' | 'server' | 'note'
  /** credentials are blanked */
  readonly text: string
}

export interface SessionProblem {
  readonly code: string
  readonly message: string
}

export interface Session {
  readonly id: string
  readonly protocol: 'smtp' | 'pop3'
  /** RFC 3339 UTC */
  readonly startedAt: string
  /** `null` while it is open */
  readonly endedAt: string | null
  readonly remote: string
  readonly local: string
  readonly helo: string | null
  readonly tls: Tls | null
  readonly auth: Auth | null
  readonly maildrop: string | null
  /** messages kept (SMTP) or retrieved (POP3) in it */
  readonly messageIds: readonly string[]
  readonly problems: readonly SessionProblem[]
  readonly transcript: readonly TranscriptLine[]
  readonly transcriptTruncated: boolean
  /** absolute path */
  readonly url: string
}

/** Newest first. */
export interface SessionList {
  readonly sessions: readonly Session[]
  /** give it as `page` for the next page; `null` on the last */
  readonly nextPage: string | null
}
