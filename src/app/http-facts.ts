// What the HTTP head tells about the whole program.

import { readFileSync } from 'node:fs'
import type { Options } from '../config/table.js'
import type { HttpOptions } from '../http/options.js'
import { openListeners } from './open-listeners.js'
import type { BoundListener } from './ready-file.js'

/** The version in package.json. */
export const version: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version

const smtpLogins = { 'accept-any': 'anyPassword', file: 'ownPassword', off: 'off' } as const

/** @param bound the listeners that accept connections when it is called */
export function httpFacts(
  options: Options,
  bound: () => readonly BoundListener[],
): Omit<HttpOptions, 'verify' | 'log'> {
  const { maxMessageSize, maxRecipients, maxConnections } = options
  return {
    listeners: options.http,
    basePath: options.basePath,
    label: options.label || 'Mailhold',
    allowedHosts: options.allowedHosts,
    corsOrigins: options.corsOrigin,
    inboxDomains: options.inboxDomain,
    logins: {
      smtp: smtpLogins[options.smtpAuth.from],
      pop3: options.pop3Auth === undefined ? 'anyPassword' : 'ownPassword',
    },
    compat: options.compat,
    maxMessageSize,
    version,
    startedAt: Date.now(),
    status: () => ({
      listeners: bound(),
      openListeners: openListeners(bound(), options),
      limits: { maxRecipients, maxConnections },
    }),
  }
}
