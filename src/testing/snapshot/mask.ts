// Hides what differs from one mail to the next of its kind. Something else stands there, so that a snapshot sees it vanish.

/** What a test wants hidden beside the usual: every match becomes `[masked]`, or what `as` says. */
export type Mask = string | RegExp | { readonly hide: string | RegExp; readonly as: string }

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
const freshInbox = /\bw\d{1,6}-[a-z2-9]{8}\b/g
const localPort = /\b(localhost|127\.0\.0\.1|\[::1\]):\d{2,5}\b/g
const isoTime = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g
const mailDate =
  /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|GMT|UTC))?/g
const dataUrl = /(data:[a-z]+\/[a-z0-9.+-]{1,60};base64,)([a-z0-9+/=%]+)/gi
const namedToken =
  /([?&;](?:[a-z_]{0,20}token|code|otp|key|sig|signature|hash|hmac|nonce|state|ticket|t)=)[^&#"'\s<>[\]]+/gi
const word = /[A-Za-z0-9_~][A-Za-z0-9_.~-]{15,}(?:%3D|=){0,2}/g

/** @param codes one-time codes that the mail shows */
export function createMask(masks: readonly Mask[], codes: readonly string[]): (text: string) => string {
  const own = masks.map(asReplacement)
  const shown = codes
    .filter((code) => code !== '')
    .map((code) => new RegExp(`(?<![\\w-])${literal(code)}(?![\\w-])`, 'g'))
  return (text) => {
    const first = own.reduce((left, { hide, as }) => left.replace(hide, () => as), text)
    const usual = first
      .replace(dataUrl, (_whole, head: string, octets: string) => `${head}[${octets.length} characters]`)
      .replace(freshInbox, '[inbox]')
      .replace(uuid, '[uuid]')
      .replace(isoTime, '[time]')
      .replace(mailDate, '[time]')
      .replace(localPort, '$1:[port]')
      .replace(namedToken, '$1[token]')
      .replace(word, (found) => (isToken(found) ? '[token]' : found))
    return shown.reduce((left, code) => left.replace(code, '[code]'), usual)
  }
}

function asReplacement(mask: Mask): { hide: RegExp; as: string } {
  const { hide, as } = typeof mask === 'object' && 'hide' in mask ? mask : { hide: mask, as: '[masked]' }
  if (typeof hide === 'string') return { hide: new RegExp(literal(hide), 'g'), as }
  return { hide: new RegExp(hide.source, hide.flags.includes('g') ? hide.flags : `${hide.flags}g`), as }
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Words and host names have few digits among their letters, or none; tokens have many. */
function isToken(found: string): boolean {
  const longest = found.split(/[.~-]/).reduce((left, right) => (right.length > left.length ? right : left))
  const digits = longest.replace(/\D/g, '').length
  const isLong = longest.length >= 16 || (found.length >= 20 && !found.includes('.'))
  const changes = [...longest.matchAll(/\d(?=[a-z])|[a-z](?=\d)|[a-z](?=[A-Z])/gi)].length
  return isLong && digits > 0 && (digits === longest.length || changes >= 3)
}
