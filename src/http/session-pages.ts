// Pages of sessions by when they began. Several may have begun in one millisecond, so a page's token also names those already shown.

import type { Sessions } from '../mailroom/mailroom.js'
import type { Protocol, SessionRecord } from '../model/session.js'
import { badInput } from './errors/problem.js'

export interface SessionQuery {
  readonly protocol?: Protocol
  readonly messageId?: string
  readonly page?: string
  readonly limit?: number
}

export interface SessionPage {
  /** newest first */
  readonly records: readonly SessionRecord[]
  readonly nextPage: string | null
}

interface Place {
  /** milliseconds since 1970 */
  readonly at: number
  /** ids of sessions that began then and were shown */
  readonly shown: readonly string[]
}

/** @throws MailholdError `badInput` for a token that is none of ours */
export async function pageOfSessions(
  mailroom: Pick<Sessions, 'sessions'>,
  query: SessionQuery,
): Promise<SessionPage> {
  const { protocol, messageId, page, limit = 50 } = query
  const place = page === undefined ? undefined : readToken(page)
  const found = await mailroom.sessions({
    ...(protocol && { protocol }),
    ...(messageId && { messageId }),
    ...(place && { startedBefore: place.at + 1 }),
    limit: limit + 1 + (place?.shown.length ?? 0),
  })
  const fresh = found.filter((one) => !place?.shown.includes(one.id))
  const records = fresh.slice(0, limit)
  const last = records.at(-1)
  return { records, nextPage: last && fresh.length > limit ? token(last.startedAt, records, place) : null }
}

function token(at: number, records: readonly SessionRecord[], before: Place | undefined): string {
  const shown = records.filter((one) => one.startedAt === at).map((one) => one.id as string)
  const all = before?.at === at ? [...before.shown, ...shown] : shown
  return [at.toString(36), ...all].join('.')
}

function readToken(text: string): Place {
  const [at = '', ...shown] = text.split('.')
  if (!/^[0-9a-z]{1,9}$/.test(at) || !shown.every((id) => /^[a-z0-9]{1,40}$/.test(id))) {
    throw badInput('page', 'That is not a page of this list; take `nextPage` of an answer.')
  }
  return { at: Number.parseInt(at, 36), shown }
}
