// What the SMTP head is told when it starts.

import type { InboxName } from '../model/ids.js'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface SmtpListener {
  /** an address, a host name, or `localhost` for both loopback addresses */
  readonly host: string
  /** 0: any free port */
  readonly port: number
  /** TLS from the first octet (smtps) */
  readonly tls: boolean
  /** the inbox that everything which comes in here goes to */
  readonly inbox?: InboxName
}

export type SmtpAuth =
  /** any name with any password */
  | { readonly mode: 'accept-any' }
  /** AUTH is not offered */
  | { readonly mode: 'off' }
  /** AUTH is required, and `verify` says who may */
  | { readonly mode: 'verify'; readonly verify: (user: string, password: string) => Promise<boolean> }

export interface SmtpOptions {
  readonly listeners: readonly SmtpListener[]
  /** the name in the greeting */
  readonly hostName: string
  /** octets */
  readonly maxMessageSize: number
  readonly maxRecipients: number
  readonly maxConnections: number
  readonly auth: SmtpAuth
  /** whether STARTTLS is offered; needs `tls` */
  readonly starttls: boolean
  /** PEM */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** milliseconds without a word from the client until it is sent away; 5 minutes unless given (RFC 5321 §4.5.3.2.7) */
  readonly idleTimeout?: number
  /** bad commands after which a client is sent away; 20 unless given */
  readonly maxBadCommands?: number
  readonly log: (level: LogLevel, text: string, facts: Readonly<Record<string, unknown>>) => void
}

/** Milliseconds. */
export const idleTimeoutOf = ({ idleTimeout = 300_000 }: SmtpOptions): number => idleTimeout
