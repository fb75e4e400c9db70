// Durations as users write them: a number and its unit, `10s`, `500ms`, `1.5s`, `0s`.

import { badMember, show } from '../query/criteria/bad-criteria.js'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 }

/** The longest duration that is taken, and what is said of a longer one. */
export interface Longest {
  /** milliseconds */
  readonly most: number
  /** what stands before the limit: `is at most` */
  readonly rule: string
  readonly remedy?: string
}

/**
 * @returns milliseconds
 * @throws MailholdError `badInput` with the path for other text or a longer time
 */
export function readDuration(value: unknown, path: string, { most, rule, remedy }: Longest): number {
  const match = typeof value === 'string' ? /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)$/.exec(value) : null
  if (!match) throw badMember(path, `must be a duration such as 10s, 500ms or 0s, got ${show(value)}`)
  const milliseconds = Math.round(Number(match[1]) * (units[match[2] ?? ''] ?? 0))
  if (milliseconds > most) {
    const more = remedy === undefined ? '' : `; ${remedy}`
    throw badMember(path, `${rule} ${inWords(most)}, got ${show(value)}${more}`)
  }
  return milliseconds
}

/** `450 ms`, `4.2 s`, `10 s`, `3 min` */
export function inWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 120_000) return `${Number((milliseconds / 1000).toFixed(1))} s`
  const minutes = milliseconds / 60_000
  return minutes < 120 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`
}
