// Times as people read them, in their own language and zone.

const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' })
const date = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })
const medium = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' })

const minutes = 60_000
const hours = 60 * minutes

/** `now`, `5 min ago`, `14:32`, `Nov 3`, `Nov 3, 2025`: the shorter the nearer. @param time RFC 3339 */
export function shortTime(time: string, now: number): string {
  const at = new Date(time)
  const age = now - at.getTime()
  if (Number.isNaN(age)) return ''
  if (age >= 0 && age < minutes) return relative.format(0, 'second')
  if (age >= 0 && age < hours) return relative.format(-Math.floor(age / minutes), 'minute')
  const today = new Date(now)
  if (at.toDateString() === today.toDateString()) return hour.format(at)
  return at.getFullYear() === today.getFullYear() ? day.format(at) : date.format(at)
}

/** @param time RFC 3339 */
export const exactTime = (time: string): string => exact.format(new Date(time))

/** @param time RFC 3339 */
export const mediumTime = (time: string): string => medium.format(new Date(time))

/** `12 ms`, `3.4 s`, `75 s`. @param milliseconds */
export function durationText(milliseconds: number): string {
  const isShort = milliseconds < 1000
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? Math.max(0, milliseconds) : milliseconds / 1000)
}
