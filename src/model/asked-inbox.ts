// The inbox that a request names. A name that no inbox can have is refused: nothing would ever be found in it.

import { MailholdError } from './errors.js'
import { asInboxName, type InboxName } from './ids.js'

/**
 * @param path of the member, for the error
 * @param inboxDomains lower case, to tell which inbox an address or a domain belongs to
 * @throws MailholdError `badInput` with the inbox that was probably meant
 */
export function askedInbox(text: string, path: string, inboxDomains: readonly string[]): InboxName {
  const name = asInboxName(text.toLowerCase())
  if (name === 'all')
    throw refusal(path, 'must be an inbox, and all is none: leave it out for all mail, whatever its inbox')
  if (name !== undefined) return name
  const meant = inboxOf(text.trim().toLowerCase(), inboxDomains)
  const remedy = meant === undefined ? '' : `; did you mean "${meant}"?`
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text
  const rule = 'must be an inbox: a-z, 0-9 and -, at most 40, not all'
  throw refusal(path, `${rule}; got "${shown}"${remedy}`, meant)
}

const refusal = (path: string, why: string, suggestion?: string): MailholdError =>
  new MailholdError('badInput', `"${path}" ${why}`, {
    path,
    ...(suggestion !== undefined && { suggestion }),
  })

/** `w9` of `w9.mailhold.test` and of `ada@w9.mailhold.test`, where mailhold.test is an inbox domain. */
function inboxOf(text: string, inboxDomains: readonly string[]): InboxName | undefined {
  const domain = text.slice(text.lastIndexOf('@') + 1)
  const under = inboxDomains.find((one) => domain.endsWith(`.${one}`))
  const name = asInboxName(under === undefined ? text : domain.slice(0, -under.length - 1))
  return name === 'all' ? undefined : name
}
