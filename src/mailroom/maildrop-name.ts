// What a POP3 login name means: which mail, and under which name its maildrop is locked.

import type { MaildropScope } from '../store/store.js'
import { foldInboxName } from './inbox-name.js'

export interface LoginMeaning {
  readonly scope: MaildropScope
  /** meant in place of `scope` if that inbox does not exist */
  readonly otherwise?: MaildropScope
  /** `/second` of `all/second`: the same mail in a maildrop of its own; `''` if there is none */
  readonly suffix: string
}

/**
 * Reads a login name. `all` is every message, `inbox:<name>` that inbox; another name is folded to an inbox name,
 * and one with `@` is an address if there is no such inbox. What follows the first `/` sets maildrops apart.
 */
export function readLogin(login: string): LoginMeaning {
  const slash = login.indexOf('/')
  const name = slash < 0 ? login : login.slice(0, slash)
  return { ...readName(name), suffix: slash < 0 ? '' : login.slice(slash) }
}

function readName(name: string): Omit<LoginMeaning, 'suffix'> {
  if (name.toLowerCase() === 'all') return { scope: { scope: 'all' } }
  const explicit = /^inbox:(.*)$/is.exec(name)?.[1]
  if (explicit !== undefined) return { scope: inbox(explicit) }
  return name.includes('@')
    ? { scope: inbox(name), otherwise: { scope: 'address', address: name.toLowerCase() } }
    : { scope: inbox(name) }
}

const inbox = (name: string): MaildropScope => ({ scope: 'inbox', inbox: foldInboxName(name) })

/** The one name of a maildrop: `all`, `inbox:w1`, `address:ada@example.com`, with its suffix. */
export function canonicalName(scope: MaildropScope, suffix: string): string {
  switch (scope.scope) {
    case 'all':
      return `all${suffix}`
    case 'inbox':
      return `inbox:${scope.inbox}${suffix}`
    case 'address':
      return `address:${scope.address}${suffix}`
  }
}

/** In plain words: `3 messages in inbox w1; log in as "all" to see every message`. */
export function describeMaildrop(scope: MaildropScope, count: number): string {
  const messages = count === 1 ? '1 message' : `${count} messages`
  const hint = 'log in as "all" to see every message'
  switch (scope.scope) {
    case 'all':
      return `${messages}, all that there are`
    case 'inbox':
      return `${messages} in inbox ${scope.inbox}; ${hint}`
    case 'address':
      return `${messages} to ${scope.address}; ${hint}`
  }
}
