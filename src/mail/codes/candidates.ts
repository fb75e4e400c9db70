// What could be a one-time code by its form alone.

export interface CodeCandidate {
  readonly shown: string
  /** where it stands, a prefix like `G-` left out */
  readonly start: number
  readonly end: number
  /** alone in its line */
  readonly isOwnLine: boolean
  /** much else looks like this: years, dates, small letters, words in groups */
  readonly isDoubtful: boolean
  /** small letters and hyphens alone, as `plain-river-lamp` */
  readonly isWords: boolean
}

// digits, also in groups, by blanks, by a hyphen or each in a line of its own; capitals and digits mixed, also in groups; small letters only mixed with digits
const form =
  /(?<![\p{L}\p{N}_./@#&=%+€$£¥₹-]|\p{N}[:,]|(?<=\p{N})[ \u00a0])(?:[A-Z]-)?(\d{3}[ \u00a0-]\d{3,4}|\d{4}[ \u00a0-]\d{4}|\d{2}(?:[ \u00a0-]\d{2}){2,3}|\d(?:(?:[ \u00a0]?[-–][ \u00a0]?|[ \u00a0])\d){3,7}|(?<=\n)(?<!\d\r?\n)(?!1\r?\n2\r?\n3)\d(?:\r?\n\d){3,7}(?=\r?\n|$)|\d{4,8}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{4,10}|[A-Z\d]{3,5}(?:-[A-Z\d]{3,5}){1,2}|(?=[a-z-]{0,20}\d)[a-z\d]{3,10}-[a-z\d]{3,10}|[a-z]{3,12}(?:-[a-z]{3,12}){1,5}|(?=[A-Za-z]{0,11}\d)(?=\d{0,11}[A-Za-z])[A-Za-z\d]{5,12})(?![\p{Ll}\p{Lu}\p{N}_@%€$£¥₹=-]|[/:.]\p{N}|,\p{N}(?!\p{N}*\p{Lo})|[ \u00a0]?(?:€|\$|£|EUR|USD|GBP|CHF|PLN|kr\b|zł|円|元|원)|[ \u00a0]\d)/gu

const unitBehind =
  /^[ \u00a0-]?(?:min(?:ute)?s?|minut\p{L}*|hours?|hrs?|stunden?|days?|tagen?|sec(?:ond)?s?|people|items?|points?|km|kg|mb|gb|px|pm|am|uhr|street|st\.|ave|avenue|road|分|時間|小时|分钟|분|年|月|日)(?!\p{L})/iu
const moneyBefore =
  /(?:[€$£¥₹#©+]|\+\d[\d ()-]{0,12}[ -]|\b(?:EUR|USD|GBP|CHF|PLN|Rs\.?|no\.?|nr\.?)|№)[ \u00a0]?$/iu
const doubtful = /^(?:(?:19|20)\d\d|20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|[A-Z]+-[A-Z-]+|(?=.*[a-z]).*)$/
// what text mails set a code off with, up to the ends of its line
const lineBefore = /(?:^|\n)[ \t>*_|"'“„«([【「『]*$/
const lineBehind = /^[ \t.*_|"'”“»)\]】」』]*(?:\n|\r|$)/

/** The next of such a form that lies between `from` and `until`. */
export function nextCandidate(text: string, from: number, until: number): CodeCandidate | undefined {
  // a little more than asked for, so that none is cut in two
  const searched = until + 32 < text.length ? text.slice(0, until + 32) : text
  form.lastIndex = from
  for (let match = form.exec(searched); match; match = form.exec(searched)) {
    const shown = match[1] ?? ''
    const end = match.index + match[0].length
    const start = end - shown.length
    if (start >= until) return undefined
    if (unitBehind.test(text.slice(end, end + 16))) continue
    if (moneyBefore.test(text.slice(Math.max(0, start - 16), start))) continue
    const isOwnLine =
      lineBefore.test(text.slice(Math.max(0, match.index - 12), match.index)) &&
      lineBehind.test(text.slice(end, end + 12))
    const isWords = /^[a-z-]+$/.test(shown)
    return { shown, start, end, isOwnLine, isDoubtful: doubtful.test(shown), isWords }
  }
  return undefined
}

/** Digits in groups are typed without what stands between them. */
export function plainValue(shown: string): string {
  return /^[\d\s–-]+$/.test(shown) ? shown.replace(/\D/g, '') : shown
}
