// Addresses that ask for their own refusal: `bounce+550+no+such+user@w1.mailhold.test`.

/** What is said where the address has no words of its own, with the code of RFC 3463 that fits. */
const usual: Readonly<Record<string, readonly [enhanced: string, text: string]>> = {
  '421': ['4.3.2', 'service not available'],
  '450': ['4.2.1', 'mailbox busy'],
  '451': ['4.3.0', 'try again later'],
  '452': ['4.2.2', 'mailbox full'],
  '550': ['5.1.1', 'no such user'],
  '551': ['5.1.6', 'user has moved'],
  '552': ['5.2.2', 'mailbox full'],
  '553': ['5.1.3', 'bad mailbox name'],
  '554': ['5.7.1', 'refused'],
}

const form = /^bounce\+([45][0-5]\d)(?:\+([45]\.\d{1,3}\.\d{1,3}))?(?:\+(.*))?$/i

/**
 * The whole reply that an address asks for, or `undefined`. Only under an inbox domain, so that no real address is
 * ever refused by accident.
 */
export function bounceReply(address: string, inboxDomains: readonly string[]): string | undefined {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  if (at < 0 || !inboxDomains.some((one) => domain === one || domain.endsWith(`.${one}`))) return undefined
  const [, code, enhanced, words] = form.exec(address.slice(0, at)) ?? []
  if (code === undefined) return undefined
  const [usualEnhanced, usualText] = usual[code] ?? [`${code[0]}.0.0`, 'refused']
  return `${code} ${enhanced ?? usualEnhanced} ${textOf(words) || usualText}`
}

/** Plus signs and control characters are blanks. */
const textOf = (words = ''): string =>
  words
    .replace(/[+\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
