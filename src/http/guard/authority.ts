// Reads `host[:port]` as it stands in a Host header or an absolute request target (RFC 9110 §7.2).

import { isIPv6 } from 'node:net'

export interface Authority {
  /** lower case, one final dot removed; an IPv6 address without its brackets */
  readonly host: string
  /** digits, `''` where none was given */
  readonly port: string
}

const named = /^([a-z0-9_](?:[a-z0-9_.-]{0,252}))(?::(\d{1,5}))?$/i
const bracketed = /^\[([0-9a-f:.]{2,45})\](?::(\d{1,5}))?$/i

/** `undefined` for anything else: user information, blanks, percent signs, letters beyond ASCII, a list. */
export function readAuthority(text: string): Authority | undefined {
  const literal = bracketed.exec(text)
  if (literal?.[1])
    return isIPv6(literal[1]) ? { host: literal[1].toLowerCase(), port: literal[2] ?? '' } : undefined
  const match = named.exec(text)
  if (!match?.[1]) return undefined
  const host = match[1].toLowerCase().replace(/\.$/, '')
  return host.includes('..') ? undefined : { host, port: match[2] ?? '' }
}
