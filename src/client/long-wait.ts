// A wait that is longer than one call may hold: the same window is asked for again until its own time is over.

/** Milliseconds; what a wait has that says nothing of time. */
export const usualTimeout = 10_000

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 }

/** Milliseconds; `undefined` for text that the server shall judge. */
export function milliseconds(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text)
  return match ? Math.round(Number(match[1]) * (units[match[2] ?? ''] ?? 0)) : undefined
}

/** A time of which one call takes its share. */
export interface Remaining {
  /** milliseconds; the share of the call that is made next */
  readonly share: number
  /** this call is the last one */
  readonly isLast: boolean
}

/** What a call is bounded by, in milliseconds. */
export interface Bounds {
  readonly longestCall: number
  /** how long it must be quiet, where that was asked for: no call may be shorter, nor what is left for the last one */
  readonly settle: number
}

/** What is left after `elapsed` milliseconds; the last call may end somewhat later so that it can have been quiet. */
export function remaining(total: number, elapsed: number, { longestCall, settle }: Bounds): Remaining {
  const left = Math.max(0, total - elapsed)
  const isLast = left <= longestCall
  if (left === 0 || settle > total) return { share: Math.min(left, longestCall), isLast }
  const wanted = isLast ? left : left - settle
  return { share: Math.min(longestCall, Math.max(settle, wanted)), isLast }
}

/** Milliseconds; text that cannot be read is left to the server. */
export const quietOf = (settle: unknown): number =>
  (typeof settle === 'string' ? milliseconds(settle) : undefined) ?? 0

/** These say that the time of one call was over; every other reason is final. */
export const isOutOfTime = (reason: string): boolean => ['timeout', 'unsettled', 'barrier'].includes(reason)
