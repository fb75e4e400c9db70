// Where a wait looks: from which place of the order on, and in which inbox.

import type { Plan } from '../../assert/plan.js'
import type { Place } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import type { InboxName } from '../../model/ids.js'
import type { MessageSummary } from '../../model/message.js'
import type { Selection, Store } from '../../store/store.js'
import { parsePlace } from '../narrow.js'

/** With neither inbox nor after, mail of so many milliseconds before counts. */
const lookBack = 60_000

export interface Span {
  /** `undefined`: all mail */
  readonly inbox: InboxName | undefined
  /** exclusive */
  readonly from: Place
  /** the same as text: a cursor, a time, or `start` */
  readonly lookedFrom: string
  /** neither inbox nor after was given */
  readonly isDefault: boolean
  /** what SMTP did since then may explain why a mail is missing */
  readonly smtpSince: Place
}

/**
 * @param now milliseconds since 1970
 * @param path of `after`, for errors
 */
export function spanOf(
  { scope }: Plan,
  { store, now, path }: { store: Store; now: number; path: string },
): Span {
  const { after, inbox } = scope
  const recently = { time: now - scope.waited - lookBack }
  if (after !== undefined) {
    const from = placeAt(after, path, store)
    refuseFuture(from, { path, now, timeout: scope.timeout })
    return {
      inbox,
      from,
      lookedFrom: after,
      isDefault: false,
      smtpSince: after === 'start' ? recently : from,
    }
  }
  if (inbox !== undefined) {
    return { inbox, from: { seq: 0 }, lookedFrom: 'start', isDefault: false, smtpSince: recently }
  }
  const lookedFrom = new Date(recently.time).toISOString()
  return { inbox, from: recently, lookedFrom, isDefault: true, smtpSince: recently }
}

/** Clocks of two machines may differ by so many milliseconds. */
const clockSkew = 60_000

interface Moment {
  readonly path: string
  readonly now: number
  readonly timeout: number
}

/** No mail of this call could count, so that `count: 0` would always be met. */
function refuseFuture(place: Place, { path, now, timeout }: Moment): void {
  if (!('time' in place) || place.time <= now + timeout + clockSkew) return
  const [asked, clock] = [place.time, now].map((time) => new Date(time).toISOString())
  throw new MailholdError(
    'badInput',
    `"${path}" lies in the future: it names ${asked}, and the clock of the server says ${clock}; take a cursor from GET /v1/cursor, or mend the time`,
    { path },
  )
}

function placeAt(text: string, path: string, store: Store): Place {
  try {
    return parsePlace(text, path, store)
  } catch (error) {
    if (!(error instanceof MailholdError)) throw error
    const { code, message, details } = error
    throw new MailholdError(code, message, { path, ...details }, { cause: error })
  }
}

export const selectionOf = ({ inbox, from }: Span): Selection => ({
  ...(inbox && { inbox }),
  ...(!isStart(from) && { after: from }),
})

export const isStart = (place: Place): boolean => 'seq' in place && place.seq === 0

export const isInSpan = ({ inbox, from }: Span, summary: MessageSummary): boolean =>
  (inbox === undefined || summary.inboxes.some((name) => name === inbox)) && isBehind(from, summary)

const isBehind = (place: Place, { seq, receivedAt }: MessageSummary): boolean =>
  'seq' in place ? seq > place.seq : receivedAt > place.time
