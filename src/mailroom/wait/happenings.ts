// What SMTP clients did lately, remembered for a while to explain why a mail is missing.

import type { Rejection, SmtpHappenings } from '../../assert/evidence.js'
import type { SessionProblem, SessionRecord } from '../../model/session.js'
import type { Deed } from '../faults/create-faults.js'

/** Remembered at most; what is older goes first. */
const maxRejections = 1000
const maxSessions = 2000

export interface SmtpJournal {
  noteRejection(rejection: Rejection): void
  /** an SMTP session is over */
  sessionEnded(record: SessionRecord): void
  /** @param since milliseconds since 1970 */
  since(
    since: number,
  ): Pick<SmtpHappenings, 'sessions' | 'rejected' | 'problems'> & { readonly faultsFired: readonly Deed[] }
}

/**
 * @param live the records of sessions that are open now
 * @param faultsFired what fault rules did since then
 */
export function createSmtpJournal(
  live: () => readonly SessionRecord[],
  faultsFired: (since: number) => readonly Deed[],
): SmtpJournal {
  const rejections: Rejection[] = []
  const ended: { readonly at: number; readonly problems: readonly SessionProblem[] }[] = []
  return {
    noteRejection(rejection) {
      if (rejections.push(rejection) > maxRejections) rejections.shift()
    },
    sessionEnded({ protocol, endedAt = Date.now(), problems }) {
      if (protocol !== 'smtp') return
      if (ended.push({ at: endedAt, problems }) > maxSessions) ended.shift()
    },
    since(since) {
      const open = live().filter(({ protocol }) => protocol === 'smtp')
      const gone = ended.filter(({ at }) => at >= since)
      const problems = [...gone, ...open].flatMap((session) => session.problems.filter(isUnasked))
      return {
        sessions: open.length + gone.length,
        rejected: rejections.filter(({ at }) => at >= since),
        problems: onePerCode(problems),
        faultsFired: faultsFired(since),
      }
    },
  }
}

/** What was asked for is told with its rule or as a refusal, to those whom it concerns. */
const isUnasked = ({ code }: SessionProblem): boolean => code !== 'faultRule' && code !== 'bounceAddress'

const onePerCode = (problems: readonly SessionProblem[]): readonly SessionProblem[] => [
  ...new Map(problems.map((problem) => [problem.code, problem])).values(),
]
