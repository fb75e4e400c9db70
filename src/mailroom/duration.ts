// Durations as users write them: `500ms`, `30s`, `30m`, `12h`, `7d`.

import { MailholdError } from '../model/errors.js'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

export interface DurationBounds {
  /** the member it stands in, for the error */
  readonly path: string
  /** as users write them */
  readonly least: string
  readonly most: string
}

/** Milliseconds. @throws MailholdError `badInput` for other text, and beyond the bounds */
export function readDuration(text: string, { path, least, most }: DurationBounds): number {
  const value = parse(text)
  if (value !== undefined && value >= (parse(least) ?? 0) && value <= (parse(most) ?? 0)) return value
  const detail = `"${path}" must be a duration from ${least} to ${most}, such as 90s or 1.5m, got "${text.slice(0, 40)}".`
  throw new MailholdError('badInput', detail, { path })
}

function parse(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|[smhd])$/.exec(text) ?? []
  const factor = unit === undefined ? undefined : units[unit]
  return factor === undefined ? undefined : Math.round(Number(number) * factor)
}
