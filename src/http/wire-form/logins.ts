// Where the programs of a user reach the servers, as URLs.

import type { ListenerFacts } from '../options.js'

/** What SMTP and POP3 listen on for everybody, as `scheme` and `host:port`. */
export interface Reach {
  readonly smtp: Place | undefined
  readonly pop3: Place | undefined
}

interface Place {
  readonly scheme: string
  readonly authority: string
}

/** @param askedHost the host that the request was for, which stands in where a server listens on every address */
export function reachOf(listeners: readonly ListenerFacts[], askedHost: string): Reach {
  const first = (...protocols: readonly string[]) => {
    const open = listeners.filter(({ inbox }) => inbox === undefined)
    const found = protocols.flatMap((protocol) => open.find((one) => one.protocol === protocol) ?? [])[0]
    return found && { scheme: found.protocol, authority: authorityOf(found, askedHost) }
  }
  return { smtp: first('smtp', 'smtps'), pop3: first('pop3', 'pop3s') }
}

function authorityOf({ host, port }: ListenerFacts, askedHost: string): string {
  const name = host === '0.0.0.0' || host === '::' ? askedHost : host
  return name.includes(':') && !name.startsWith('[') ? `[${name}]:${port}` : `${name}:${port}`
}

/** `smtp://w1:any@127.0.0.1:1025`; most programs log in only when there is a password, and any will do. */
export const loginUrl = (place: Place | undefined, user: string): string | null =>
  place ? `${place.scheme}://${encodeURIComponent(user)}:any@${place.authority}` : null
