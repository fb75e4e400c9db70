// Starts the heads that the options ask for, each with its own slice of them.

import { hostname } from 'node:os'
import type { Listener } from '../config/kinds/listeners.js'
import type { Options } from '../config/table.js'
import { startHttp } from '../http/server.js'
import type { KeyAndCertificate } from '../lines/tls.js'
import type { RunningMailroom } from '../mailroom/create-mailroom.js'
import { asInboxName } from '../model/ids.js'
import { startPop3 } from '../pop3/server.js'
import type { SmtpAuth } from '../smtp/options.js'
import { startSmtp } from '../smtp/server.js'
import { httpFacts } from './http-facts.js'
import type { Log } from './log.js'
import { passwordFile } from './passwords.js'
import type { BoundListener } from './ready-file.js'

export interface HeadsContext {
  readonly mailroom: RunningMailroom
  readonly options: Options
  readonly tls: KeyAndCertificate | undefined
  readonly log: Log
}

interface RunningHead {
  close(graceMs: number): Promise<void>
}

/**
 * Listens everywhere; when one port cannot be had, what was opened is closed by `closers`.
 * @param closers gets one function that closes all heads together
 * @param grace milliseconds that work in flight may take when closing
 */
export async function startHeads(
  context: HeadsContext,
  closers: (() => Promise<void> | void)[],
  grace: number,
): Promise<readonly BoundListener[]> {
  const heads: RunningHead[] = []
  const bound: BoundListener[] = []
  closers.push(async () => {
    await Promise.all(heads.map((head) => head.close(grace)))
  })
  bound.push(...(await startSmtpHead(context, heads)))
  bound.push(...(await startPop3Head(context, heads)))
  bound.push(...(await startHttpHead(context, heads, bound)))
  return bound
}

const withTls = (listeners: readonly Listener[], tls: boolean) =>
  listeners.map((listener) => ({ ...listener, tls }))

async function startSmtpHead({ mailroom, options, tls, log }: HeadsContext, heads: RunningHead[]) {
  const wanted = [...withTls(options.smtp, false), ...withTls(options.smtps, true)]
  const listeners = wanted.map(({ inbox, ...listener }) => {
    const name = inbox === undefined ? undefined : asInboxName(inbox)
    return { ...listener, ...(name && { inbox: name }) }
  })
  const { maxMessageSize, maxRecipients, maxConnections, starttls } = options
  const head = await startSmtp(mailroom, {
    listeners,
    hostName: hostname(),
    ...{ maxMessageSize, maxRecipients, maxConnections, starttls },
    auth: smtpAuth(options),
    ...(tls && { tls }),
    log,
  })
  heads.push(head)
  return head.addresses.map(({ tls, ...address }) => ({
    protocol: tls ? ('smtps' as const) : ('smtp' as const),
    ...address,
  }))
}

const smtpAuth = ({ smtpAuth: auth }: Options): SmtpAuth =>
  auth.from === 'file'
    ? { mode: 'verify', verify: passwordFile(auth.file, '--smtp-auth') }
    : { mode: auth.from }

async function startPop3Head({ mailroom, options, tls, log }: HeadsContext, heads: RunningHead[]) {
  const { pop3Auth, pop3Delete, pop3IdleTimeout, maxConnections, maxAge } = options
  const head = await startPop3(mailroom, {
    listeners: [...withTls(options.pop3, false), ...withTls(options.pop3s, true)],
    hostName: hostname(),
    deletePolicy: pop3Delete,
    maxConnections,
    // RFC 2449 §6.7: 0 would forbid clients to leave mail here
    expireDays: Math.max(1, Math.floor(maxAge / 86_400_000)),
    idleTimeoutMs: pop3IdleTimeout,
    ...(tls && { tls }),
    ...(pop3Auth !== undefined && { verify: passwordFile(pop3Auth, '--pop3-auth') }),
    log,
  })
  heads.push(head)
  return head.addresses.map(({ tls, ...address }) => ({
    protocol: tls ? ('pop3s' as const) : ('pop3' as const),
    ...address,
  }))
}

async function startHttpHead(context: HeadsContext, heads: RunningHead[], others: readonly BoundListener[]) {
  const { mailroom, options, log } = context
  const { httpAuth } = options
  const bound = [...others]
  const head = await startHttp(mailroom, {
    ...httpFacts(options, () => bound),
    ...(httpAuth !== undefined && { verify: passwordFile(httpAuth, '--http-auth') }),
    log: {
      warn: (facts, text) => log('warn', text, facts),
      error: (facts, text) => log('error', text, facts),
    },
  })
  heads.push(head)
  const addresses = head.addresses.map((address) => ({ protocol: 'http' as const, ...address }))
  bound.push(...addresses)
  return addresses
}
