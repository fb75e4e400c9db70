// A server that runs, and its client, in one hand.

import { type Client, type ClientOptions, createClient } from '../client/in-node.js'

interface Address {
  readonly host: string
  readonly port: number
}

/** What was started. */
export interface Running {
  readonly url: string
  /** the first SMTP listener: where the app sends its mail */
  readonly smtp: Address | undefined
  readonly pop3: Address | undefined
  readonly listeners: readonly (Address & { readonly protocol: string })[]
  /** Takes no more connections, lets mail in flight finish, closes everything. Safe to call twice. */
  stop(): Promise<void>
}

/** A client of the server that was started, and where its other heads listen. `await using` stops it. */
export interface StartedMailhold extends Client, Omit<Running, 'url'>, AsyncDisposable {}

/** @param inboxDomain as the server was told */
export function inOneHand(running: Running, inboxDomain: unknown, options: ClientOptions): StartedMailhold {
  const { url, smtp, pop3, listeners, stop } = running
  const [domain] = [inboxDomain].flat()
  const known = typeof domain === 'string' ? { inboxDomain: domain } : { inboxDomain: 'mailhold.test' }
  const client = createClient({ ...known, ...options, url })
  return { ...client, smtp, pop3, listeners, stop, [Symbol.asyncDispose]: stop }
}
