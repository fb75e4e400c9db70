// The addresses of a header field (RFC 5322 §3.4), without names, comments and group names. Never fails: odd text gives odd addresses.

/** `Ada <ada@example.com>, team: bob@example.com;` → `ada@example.com`, `bob@example.com` */
export function addressesOf(field: string): readonly string[] {
  return splitMailboxes(field)
    .map(addressOf)
    .filter((address) => address !== '')
}

interface Mailbox {
  /** what stood between angle brackets, if anything did */
  angle: string | undefined
  /** all the rest, without comments */
  plain: string
}

function splitMailboxes(field: string): readonly Mailbox[] {
  const found: Mailbox[] = []
  let current: Mailbox = { angle: undefined, plain: '' }
  const append = (text: string, isAngle: boolean): void => {
    if (isAngle) current.angle = (current.angle ?? '') + text
    else current.plain += text
  }
  let comments = 0
  let isAngle = false
  // quoted strings and pairs come as one token, so that what they hold means nothing
  for (const [token] of field.matchAll(/"(?:[^"\\]|\\[\s\S])*"?|\\[\s\S]|[^"\\(),;:<>]+|[(),;:<>]/g)) {
    if (token === '(') comments += 1
    else if (token === ')') comments = Math.max(0, comments - 1)
    else if (comments > 0) continue
    else if (token === '<') isAngle = true
    else if (token === '>') isAngle = false
    else if (isAngle) append(token, true)
    else if (token === ',' || token === ';') {
      found.push(current)
      current = { angle: undefined, plain: '' }
    } else if (token === ':') current.plain = ''
    else append(token, false)
  }
  return [...found, current]
}

/** A source route (`@relay:ada@example.com`, RFC 5322 §4.4) is left out. */
const addressOf = ({ angle, plain }: Mailbox): string =>
  angle === undefined ? plain.trim() : angle.replace(/^\s*@[^:]*:/, '').trim()
