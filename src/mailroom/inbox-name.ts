// Which inbox a user name means: SMTP AUTH names when mail arrives, POP3 logins when it is read.

import { createHash } from 'node:crypto'
import { asInboxName, type InboxName } from '../model/ids.js'

const longest = 40
const hashDigits = 6

/**
 * The inbox of a user name: its lower case form where that is an inbox name. Another name keeps what can be kept
 * and gets `-` and six hex digits of the SHA-256 of its lower case form, so that two names never become one.
 * The reserved name `all` and a name without characters give `default`.
 */
export function foldInboxName(name: string): InboxName {
  const lower = name.toLowerCase()
  if (lower === '' || lower === 'all') return named('default')
  return asInboxName(lower) ?? named(shortened(lower))
}

function shortened(lower: string): string {
  const digest = createHash('sha256').update(lower).digest('hex').slice(0, hashDigits)
  const kept = lower
    .slice(0, longest)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest - hashDigits - 1)
    .replace(/^-|-$/g, '')
  return `${kept}-${digest}`
}

function named(text: string): InboxName {
  const name = asInboxName(text)
  if (name === undefined) throw new Error(`"${text}" is not an inbox name`)
  return name
}
