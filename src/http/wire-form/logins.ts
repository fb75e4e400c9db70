// Where the programs of a user reach the servers, as URLs.

import type { HttpOptions, ListenerFacts, LoginRule } from '../options.js'

/** What SMTP and POP3 listen on for everybody, as `scheme` and `host:port`. */
export interface Reach {
  readonly smtp: Place | undefined
  readonly pop3: Place | undefined
}

interface Place {
  readonly scheme: string
  readonly authority: string
  readonly login: LoginRule
}

/** @param askedHost the host that the request was for, which stands in where a server listens on every address */
export function reachOf(
  { status, logins }: Pick<HttpOptions, 'status' | 'logins'>,
  askedHost: string,
): Reach {
  const open = status().listeners.filter(({ inbox }) => inbox === undefined)
  const first = (protocol: 'smtp' | 'pop3') => {
    const found =
      open.find((one) => one.protocol === protocol) ?? open.find((one) => one.protocol === `${protocol}s`)
    return (
      found && { scheme: found.protocol, authority: authorityOf(found, askedHost), login: logins[protocol] }
    )
  }
  return { smtp: first('smtp'), pop3: first('pop3') }
}

function authorityOf({ host, port }: ListenerFacts, askedHost: string): string {
  const name = host === '0.0.0.0' || host === '::' ? askedHost : host
  return name.includes(':') && !name.startsWith('[') ? `[${name}]:${port}` : `${name}:${port}`
}

/** `smtp://w1:any@127.0.0.1:1025`: most programs log in only when there is a password. One that is the user's own is left out. */
export function loginUrl(place: Place | undefined, user: string): string | null {
  if (!place || place.login === 'off') return null
  const password = place.login === 'anyPassword' ? ':any' : ''
  return `${place.scheme}://${encodeURIComponent(user)}${password}@${place.authority}`
}
