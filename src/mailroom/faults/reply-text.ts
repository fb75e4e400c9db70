// The text of a refusal that a rule says.

import { MailholdError } from '../../model/errors.js'

/** RFC 5321 §4.5.3.1.5: 512 octets with CR LF. */
const longest = 510

const form = /^([45])[0-5]\d(?: ([245])\.\d{1,3}\.\d{1,3})? (?!\d\.\d{1,3}\.\d{1,3}$)\S/

/** @throws MailholdError `badInput` unless the text is a refusal such as `451 4.3.0 try later` */
export function checkReply(text: string, path: string): string {
  const complain = (why: string): never => {
    throw new MailholdError('badInput', `"${path}" ${why}`, { path })
  }
  if (/\p{Cc}/u.test(text)) return complain('must be one line without control characters.')
  if (/^[123]\d\d\b/.test(text))
    return complain(
      `must be a refusal (4xx or 5xx), got "${shown(text)}"; a mail is only acknowledged when it is kept.`,
    )
  const [, code, enhanced] = form.exec(text) ?? []
  if (code === undefined)
    return complain(`must be a code and a text such as "451 4.3.0 try later", got "${shown(text)}".`)
  // RFC 2034 §4
  if (enhanced !== undefined && enhanced !== code)
    return complain(
      `has codes that contradict each other: ${code}xx goes with ${code}.x.x, got "${shown(text)}".`,
    )
  if (Buffer.byteLength(text) > longest) return complain(`may have ${longest} octets at most.`)
  return text
}

const shown = (text: string): string => text.slice(0, 60)
