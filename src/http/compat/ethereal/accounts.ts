// Accounts as Ethereal makes them up: a name and a password, and an inbox behind them.

import { randomBytes } from 'node:crypto'
import type { ListenerFacts } from '../../options.js'

export interface Endpoint {
  readonly host: string
  readonly port: number
  readonly secure: boolean
}

export interface Account {
  readonly status: 'success'
  readonly user: string
  readonly pass: string
  readonly smtp: Endpoint
  readonly imap: Endpoint | null
  readonly pop3: Endpoint | null
  readonly web: string
}

/** Where a login of the given protocol is taken, for whoever asked for `askedHost`; TLS from the start is the second choice. */
export function endpoint(
  listeners: readonly ListenerFacts[],
  protocol: 'smtp' | 'pop3',
  askedHost: string,
): Endpoint | undefined {
  const open = listeners.filter(({ inbox }) => inbox === undefined)
  const found =
    open.find((one) => one.protocol === protocol) ?? open.find((one) => one.protocol === `${protocol}s`)
  if (!found) return undefined
  const isEvery = found.host === '0.0.0.0' || found.host === '::'
  return { host: isEvery ? askedHost : found.host, port: found.port, secure: found.protocol !== protocol }
}

/** Any password is taken; this one looks like one. */
export const freshPassword = (): string => randomBytes(9).toString('base64url')
