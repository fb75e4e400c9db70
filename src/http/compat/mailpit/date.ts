// Dates in searches: `after:2026-08-01`, `before:"2026-08-01 12:30"`, or anything that names its zone.

const localForm = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t\s](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/i

/** Milliseconds since 1970; `undefined` for text that is no date. A date without a zone is one of `timeZone`. */
export function parseDate(text: string, timeZone: string): number | undefined {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = localForm.exec(text) ?? []
  if (year === undefined) return known(/\d/.test(text) ? Date.parse(text) : Number.NaN)
  const asUtc = Date.UTC(+year, Number(month) - 1, Number(day), +hour, +minute, +second)
  const isReal = new Date(asUtc).getUTCMonth() === Number(month) - 1
  return isReal ? asUtc - offsetAt(asUtc, timeZone) : undefined
}

const known = (at: number): number | undefined => (Number.isNaN(at) ? undefined : at)

/** How far clocks of the zone are ahead of UTC when they show that time. */
function offsetAt(shown: number, timeZone: string): number {
  const clock = clockOf(timeZone)
  if (!clock) return 0
  const guess = offset(shown, clock)
  // the guess may lie on the other side of a change to summer time
  return offset(shown - guess, clock)
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (timeZone === '') return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

function offset(at: number, clock: Intl.DateTimeFormat): number {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(at / 1000) * 1000
}
