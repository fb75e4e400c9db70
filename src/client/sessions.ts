// SMTP and POP3 connections with their transcripts.

import type { Session, SessionList } from '../wire/session.js'
import type { Transport } from './transport.js'

export interface SessionFilter {
  readonly protocol?: 'smtp' | 'pop3'
  /** sessions that this message came or went over */
  readonly messageId?: string
  readonly limit?: number
  /** `nextPage` of an earlier answer */
  readonly page?: string
}

export interface Sessions {
  readonly sessions: (filter?: SessionFilter) => Promise<SessionList>
  readonly session: (id: string) => Promise<Session>
}

export const createSessions = ({ json }: Transport): Sessions => ({
  sessions: (filter = {}) => json<SessionList>('GET', '/v1/sessions', { query: { ...filter } }),
  session: (id) => json<Session>('GET', `/v1/sessions/${encodeURIComponent(id)}`),
})
