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

/** What is left after `elapsed` milliseconds. */
export function remaining(total: number, elapsed: number, longestCall: number): Remaining {
  const left = Math.max(0, total - elapsed)
  return { share: Math.min(left, longestCall), isLast: left <= longestCall }
}

/** These say that the time of one call was over; every other reason is final. */
export const isOutOfTime = (reason: string): boolean => ['timeout', 'unsettled', 'barrier'].includes(reason)
