// Everything on one page: what is opened in which order, and closed in the opposite one.

import type { Options } from '../config/table.js'
import { createHub } from '../events/hub.js'
import { createMailroom } from '../mailroom/create-mailroom.js'
import type { Status } from '../mailroom/mailroom.js'
import { openStore } from '../store/open-store.js'
import { loadCertificate } from './certificate.js'
import { choosePlace } from './data-place.js'
import { startHeads } from './heads.js'
import { parserThreads, retentionOf } from './limits.js'
import { createLog, type Log } from './log.js'
import { openListeners, openWarning } from './open-listeners.js'
import { portTrouble } from './port-trouble.js'
import { type BoundListener, readyFacts, removeReadyFile, urlOf, writeReadyFile } from './ready-file.js'

export interface RunningMailhold extends AsyncDisposable {
  /** where the API and the page are, without a slash at the end; `''` when HTTP is off */
  readonly url: string
  readonly listeners: readonly BoundListener[]
  /** the first SMTP listener */
  readonly smtp: { readonly host: string; readonly port: number } | undefined
  readonly pop3: { readonly host: string; readonly port: number } | undefined
  /** what is kept, and where */
  status(): Promise<Status>
  /** Takes no more connections, lets mail in flight finish, closes the store. Safe to call twice. */
  stop(): Promise<void>
}

/** How long mail in flight may take to finish when stopping, in milliseconds. */
const grace = 10_000
/** Changes that one event stream may leave unread. */
const feedCapacity = 10_000

/**
 * @param log replaces the log that the options ask for
 * @throws OptionError for a port that cannot be had, MailholdError; then everything that was opened is closed again
 */
export async function run(
  options: Options,
  log: Log = createLog({ format: options.logFormat, level: options.logLevel }),
): Promise<RunningMailhold> {
  const closers: (() => Promise<void> | void)[] = []
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    return await open(options, log, closers, closeAll)
  } catch (error) {
    await closeAll()
    throw portTrouble(error, options) ?? error
  }
}

async function open(
  options: Options,
  log: Log,
  closers: (() => Promise<void> | void)[],
  closeAll: () => Promise<void>,
): Promise<RunningMailhold> {
  const place = choosePlace(options.data)
  closers.push(() => place.remove())

  const hub = createHub(feedCapacity)
  const retention = retentionOf(options, place.durable)
  const store = await openStore({
    folder: place.folder,
    durable: place.durable,
    retention,
    recover: options.recover,
    onCommit: hub.publish,
    onNotice: (text, facts) => log('warn', text, facts),
  })
  closers.push(() => store.close())

  hub.beginAt(store.newestSeq)
  const mailroom = createMailroom({
    store,
    hub,
    retention,
    inboxDomains: options.inboxDomain,
    parserThreads: parserThreads(),
    now: Date.now,
    onError: (error) => log('error', 'the mailroom could not do a task of its own', { err: error }),
  })
  closers.push(() => mailroom.close())

  const tls = await loadCertificate(options.tls, place.folder)
  const listeners = await startHeads({ mailroom, options, tls, log }, closers, grace)
  const warning = openWarning(openListeners(listeners, options))
  if (warning) log('warn', warning)
  const facts = readyFacts(listeners, options.basePath)
  if (facts.http) store.describeHolder(` on :${facts.http.port}`)
  const { readyFile } = options
  if (readyFile) {
    writeReadyFile(readyFile, facts)
    closers.push(() => removeReadyFile(readyFile))
  }
  mailroom.prepare()
  let stopped: Promise<void> | undefined
  const stop = () => {
    mailroom.stop()
    stopped ??= closeAll()
    return stopped
  }
  return {
    url: facts.http ? urlOf(facts.http, options.basePath) : '',
    listeners,
    smtp: facts.smtp,
    pop3: facts.pop3,
    status: () => mailroom.status(),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
