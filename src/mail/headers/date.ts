// The Date field (RFC 5322 §3.3 and its obsolete forms in §4.3).

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const zones: ReadonlyMap<string, number> = new Map([
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
])

const form =
  /^(?:([a-z]{3,9}),?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([+-]\d{4}|[a-z]{1,5})?/i

export interface ReadDate {
  /** milliseconds since 1970 */
  readonly time: number
  /** what only tolerance could read, as the end of a sentence */
  readonly flaw?: string
}

/** `undefined` for what cannot be read as a point in time. */
export function readDate(text: string): ReadDate | undefined {
  const plain = text
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .trim()
  const match = form.exec(plain)
  return match ? fromFields(match, plain) : fromOtherForm(plain)
}

function fromFields(match: RegExpExecArray, plain: string): ReadDate | undefined {
  const [, weekday, day, monthName = '', yearText = '', hour, minute, second = '0', zone] = match
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase())
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const year = fullYear(yearText)
  // Date.UTC takes the years before 100 for those of the twentieth century
  const local = new Date(Date.UTC(2000, 0, 1, Number(hour), Number(minute), Math.min(59, Number(second))))
  local.setUTCFullYear(year, month, Number(day))
  // a 31 February is carried over into March
  if (year === 0 || local.getUTCDate() !== Number(day)) return undefined
  const offset = zoneMinutes(zone)
  const time = local.getTime() - (offset ?? 0) * 60_000
  const flaw =
    flawOfYear(year) ??
    flawOfDay(weekday, local.getUTCDay()) ??
    flawOfZone(zone, offset) ??
    (match[0].length === plain.length ? undefined : 'more stands behind it')
  return flaw === undefined ? { time } : { time, flaw }
}

/** RFC 5322 §3.3. The year 1 is the date that Go and .NET have before one is set. */
function flawOfYear(year: number): string | undefined {
  if (year >= 1900) return undefined
  return year === 1 ? 'it is the one of a time that was never set' : 'the year is before 1900'
}

function flawOfDay(written: string | undefined, day: number): string | undefined {
  const right = days[day] ?? ''
  if (written === undefined || right.toLowerCase().startsWith(written.toLowerCase())) return undefined
  return `that day is a ${right}`
}

function flawOfZone(zone: string | undefined, offset: number | undefined): string | undefined {
  if (zone === undefined) return 'the zone is missing, such as +0000'
  return offset === undefined ? `the zone ${zone} is not known, write it as +0000` : undefined
}

/** Some programs write ISO 8601 or what their language prints; those are read, but not proper. */
function fromOtherForm(plain: string): ReadDate | undefined {
  if (!/\d{4}/.test(plain)) return undefined
  const time = Date.parse(plain)
  return Number.isNaN(time) ? undefined : { time, flaw: 'write it as Mon, 02 Jan 2023 10:00:00 +0000' }
}

/** RFC 5322 §4.3: two and three digits leave the century out. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  const named = zones.get(zone.toLowerCase())
  if (named !== undefined) return named * 60
  if (!/^[+-]\d\d[0-5]\d$/.test(zone)) return undefined
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  return zone.startsWith('-') ? -minutes : minutes
}
