// What SMTP clients did lately, remembered for a while to explain why a mail is missing.

import type { NotedProblem, Rejection, SmtpHappenings } from '../../assert/evidence.js'
import type { SessionProblem, SessionRecord } from '../../model/session.js'
import type { Deed } from '../faults/create-faults.js'

/** Remembered at most; what is older goes first. */
const maxRejections = 1000
const maxSessions = 2000

export interface SmtpJournal {
  noteRejection(rejection: Rejection): void
  /** an SMTP session is over */
  sessionEnded(record: SessionRecord): void
  around(times: Times): Happened
}

/** Milliseconds since 1970. */
export interface Times {
  /** refusals, faults and problems from then on are told */
  readonly since: number
  /** when the wait began, which is not before `since` */
  readonly began: number
}

export type Happened = Omit<SmtpHappenings, 'listeners' | 'openTransactions' | 'faultsFired'> & {
  readonly faultsFired: readonly Deed[]
}

/** What is remembered of a session. */
interface Noted {
  readonly startedAt: number
  readonly endedAt?: number
  /** mails that were kept over it */
  readonly kept: number
  readonly problems: readonly SessionProblem[]
}

type Ended = Noted & { readonly endedAt: number }

/**
 * @param live the records of sessions that are open now
 * @param faultsFired what fault rules did since then
 */
export function createSmtpJournal(
  live: () => readonly SessionRecord[],
  faultsFired: (since: number) => readonly Deed[],
): SmtpJournal {
  const rejections: Rejection[] = []
  const ended: Ended[] = []
  return {
    noteRejection(rejection) {
      if (rejections.push(rejection) > maxRejections) rejections.shift()
    },
    sessionEnded(record) {
      if (record.protocol !== 'smtp') return
      const { endedAt = Date.now() } = record
      if (ended.push({ ...noted(record), endedAt }) > maxSessions) ended.shift()
    },
    around({ since, began }) {
      const open = live()
        .filter(({ protocol }) => protocol === 'smtp')
        .map(noted)
      const during = [...ended.filter(({ endedAt }) => endedAt >= began), ...open]
      const last = ended.findLast(({ endedAt }) => endedAt < began)
      return {
        sessions: during.length,
        keptOpen: during.filter(({ startedAt, kept }) => startedAt < began && kept > 0).length,
        sessionsWithMail: during.filter(({ kept }) => kept > 0).length,
        ...(last && { last: { endedAt: last.endedAt, kept: last.kept } }),
        rejected: rejections.filter(({ at }) => at >= since),
        problems: onePerCode([...ended.filter(({ endedAt }) => endedAt >= since), ...open]),
        faultsFired: faultsFired(since),
      }
    },
  }
}

const noted = ({ startedAt, messageIds, problems }: SessionRecord): Noted => ({
  startedAt,
  kept: messageIds.length,
  problems: problems.filter(isUnasked),
})

/** What was asked for is told with its rule or as a refusal, to those whom it concerns. */
const isUnasked = ({ code }: SessionProblem): boolean => code !== 'faultRule' && code !== 'bounceAddress'

/** The newest of each kind. */
function onePerCode(sessions: readonly Noted[]): readonly NotedProblem[] {
  const byCode = new Map<string, NotedProblem>()
  for (const { problems, endedAt } of sessions) {
    for (const problem of problems) {
      byCode.set(problem.code, { ...problem, ...(endedAt !== undefined && { endedAt }) })
    }
  }
  return [...byCode.values()]
}
