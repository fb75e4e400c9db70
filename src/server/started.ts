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

/**
 * A client of the server that was started, and where its other heads listen. `await using` stops it. With `smtp: 'off'` it
 * is a `StartedMailhold<undefined>`.
 */
export interface StartedMailhold<
  Smtp extends Address | undefined = Address,
  Pop3 extends Address | undefined = Address | undefined,
> extends Client,
    Omit<Running, 'url' | 'smtp' | 'pop3'>,
    AsyncDisposable {
  /** the first SMTP listener: where the app sends its mail */
  readonly smtp: Smtp
  readonly pop3: Pop3
}

/** Where a listener is that was asked for in this way: nowhere only if that may have been `'off'`. */
type PlaceOf<Asked> = 'off' extends Asked
  ? [Asked] extends ['off']
    ? undefined
    : Address | undefined
  : Address

/** `startMailhold()`, whichever way it was loaded. */
export type Start<Options extends { readonly smtp?: unknown; readonly pop3?: unknown }> = <
  const Smtp extends Options['smtp'] = never,
  const Pop3 extends Options['pop3'] = never,
>(
  options?: Options & { readonly smtp?: Smtp; readonly pop3?: Pop3 },
  client?: Omit<ClientOptions, 'url'>,
) => Promise<StartedMailhold<PlaceOf<Smtp>, PlaceOf<Pop3>>>

/** @param inboxDomain as the server was told */
export function inOneHand<Smtp extends Address | undefined, Pop3 extends Address | undefined>(
  running: Running,
  inboxDomain: unknown,
  options: ClientOptions,
): StartedMailhold<Smtp, Pop3> {
  const { url, smtp, pop3, listeners, stop } = running
  const [domain] = [inboxDomain].flat()
  const known = typeof domain === 'string' ? { inboxDomain: domain } : { inboxDomain: 'mailhold.test' }
  const client = createClient({ ...known, ...options, url })
  // what was not switched off listens: else nothing would have started
  const places = { smtp: smtp as Smtp, pop3: pop3 as Pop3 }
  return { ...client, ...places, listeners, stop, [Symbol.asyncDispose]: stop }
}
