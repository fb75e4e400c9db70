// The Date field (RFC 5322 §3.3 and its obsolete forms in §4.3).

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
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
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([+-]\d{4}|[a-z]{1,5})?/i

export interface ReadDate {
  /** milliseconds since 1970 */
  readonly time: number
  /** false for what only tolerance could read */
  readonly isProper: boolean
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
  const [, day, monthName = '', yearText = '', hour, minute, second = '0', zone] = match
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase())
  const offset = zoneMinutes(zone)
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const year = fullYear(yearText)
  const local = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Math.min(59, Number(second)))
  // Date.UTC carries a 31 February over into March
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day)) return undefined
  const isProper = zone !== undefined && offset !== undefined && match[0].length === plain.length
  return { time: local - (offset ?? 0) * 60_000, isProper }
}

/** Some programs write ISO 8601 or what their language prints; those are read, but not proper. */
function fromOtherForm(plain: string): ReadDate | undefined {
  if (!/\d{4}/.test(plain)) return undefined
  const time = Date.parse(plain)
  return Number.isNaN(time) ? undefined : { time, isProper: false }
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  const named = zones.get(zone.toLowerCase())
  if (named !== undefined) return named * 60
  if (!/^[+-]/.test(zone)) return undefined
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  return zone.startsWith('-') ? -minutes : minutes
}
