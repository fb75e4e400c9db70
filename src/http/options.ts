// What the HTTP head is told at its start, and what it gives back.

import type { PeerName } from './compat/peer-name.js'

/** Where one listener answers; `host` may be `localhost`, which is both loopback addresses. */
export interface ListenAddress {
  readonly host: string
  /** 0 for any free one */
  readonly port: number
}

/** `off`: nobody can log in */
export type LoginRule = 'anyPassword' | 'ownPassword' | 'off'

/** A line of the listener table that people see. */
export interface ListenerFacts {
  /** `smtp`, `smtps`, `pop3`, `pop3s` or `http` */
  readonly protocol: string
  readonly host: string
  readonly port: number
  /** the inbox that it was opened for */
  readonly inbox?: string
}

/** What only the whole program knows. */
export interface ServerFacts {
  readonly listeners: readonly ListenerFacts[]
  /** those of them on which other machines read mail without a password */
  readonly openListeners: readonly ListenerFacts[]
  readonly limits: {
    readonly maxRecipients: number
    readonly maxConnections: number
  }
}

/** Pino's shape: facts, then a sentence. */
export interface HttpLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface HttpOptions {
  readonly listeners: readonly ListenAddress[]
  /** `''` or `/mail` */
  readonly basePath: string
  /** the name shown on the page */
  readonly label: string
  /** host names beside the ones that are always allowed; `*.example.com` is a pattern, `*` allows all */
  readonly allowedHosts: readonly string[]
  /** origins of other web pages that may use the API: `http://localhost:3000`, `https://*.example.com` */
  readonly corsOrigins: readonly string[]
  /** octets */
  readonly maxMessageSize: number
  /** the first of them stands in the address patterns of inboxes */
  readonly inboxDomains: readonly string[]
  /** which password a user name needs where mail is sent and fetched */
  readonly logins: { readonly smtp: LoginRule; readonly pop3: LoginRule }
  /** other servers whose paths are answered beside ours */
  readonly compat: readonly PeerName[]
  readonly version: string
  /** milliseconds since 1970 */
  readonly startedAt: number
  readonly status: () => ServerFacts
  /** Asked for every request when given; absent means that nobody needs a password. */
  readonly verify?: (user: string, password: string) => Promise<boolean>
  readonly log: HttpLog
}

export interface HttpServer {
  /** where it really listens */
  readonly addresses: readonly ListenAddress[]
  /** Ends event streams and waits, lets requests in flight finish for `graceMs` milliseconds, then cuts them. */
  close(graceMs: number): Promise<void>
}
