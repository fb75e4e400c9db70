// Puts the mailroom together over an open store.

import type { Hub } from '../events/hub.js'
import { encodeCursor } from '../model/change.js'
import type { RetentionLimits } from '../model/stats.js'
import type { Store } from '../store/store.js'
import { createAttempts } from './attempts.js'
import { createDeliver } from './deliver.js'
import { createFaults } from './faults/create-faults.js'
import { createInboxes } from './inboxes.js'
import { createMaildrops } from './maildrops.js'
import type { Health, Mailroom, Status } from './mailroom.js'
import { createParserPool, type ParserPoolOptions } from './parser/pool.js'
import { createRead } from './read.js'
import { createRemove } from './remove.js'
import { createSessions } from './sessions.js'
import { createTransactions } from './transactions.js'
import { createSmtpJournal } from './wait/happenings.js'
import { openWaits } from './wait/open-waits.js'
import { createWatch } from './watch.js'

export interface MailroomOptions {
  readonly store: Store
  /** fed by the store's `onCommit` */
  readonly hub: Hub
  /** lower case */
  readonly inboxDomains: readonly string[]
  readonly retention: RetentionLimits
  readonly parserThreads: Pick<ParserPoolOptions, 'usualThreads' | 'maxThreads'>
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

export interface RunningMailroom extends Mailroom {
  /** Begins what the first mail needs, so that it waits for nothing. */
  prepare(): void
  /** Refuses new mail and ends feeds; what is being kept is still kept. */
  stop(): void
  /** Writes what is left and ends the parser threads; the store stays open. */
  close(): Promise<void>
}

/** Milliseconds of work that a message of up to 8 MB may take. */
const parseBudget = 2000

export function createMailroom(options: MailroomOptions): RunningMailroom {
  const { store, hub, inboxDomains, retention, now } = options
  const parser = createParserPool({ ...options.parserThreads, budget: parseBudget })
  const sessions = createSessions(store, {
    onEnded: (record) => journal.sessionEnded(record),
    onLost: options.onError,
  })
  const faults = createFaults({ inboxDomains, now })
  const journal = createSmtpJournal(() => sessions.live(), faults.firedSince)
  const transactions = createTransactions(() => performance.now())
  const {
    waits,
    expect,
    told,
    close: closeWaits,
  } = openWaits({
    ...{ store, hub, parser, journal, inboxDomains, now },
    open: transactions.open,
  })
  const attempts = createAttempts()
  const inboxes = createInboxes({ store, now, onError: options.onError, onRemoved: faults.removeFaults })
  let stopping = false
  return {
    ...createDeliver({
      ...{ store, retention, parser, attempts, inboxDomains, now },
      isStopping: () => stopping,
      onKeeping: expect,
      told,
    }),
    ...createRead(store, parser),
    ...createRemove(store),
    ...createWatch(store, hub),
    ...waits,
    noteRejection: journal.noteRejection,
    ...createMaildrops(store),
    ...createHealth(options, () => ({
      openSessions: sessions.openCount,
      openTransactions: transactions.open().length,
    })),
    ...faults,
    openInbox: inboxes.openInbox,
    removeInbox: inboxes.removeInbox,
    attempts: attempts.attempts,
    openTransaction(...begun) {
      parser.prepare()
      return transactions.openTransaction(...begun)
    },
    prepare: () => parser.prepare(),
    openSession: sessions.openSession,
    session: sessions.session,
    sessions: sessions.sessions,
    stop() {
      stopping = true
      hub.close()
    },
    async close() {
      await inboxes.close()
      await sessions.flush()
      await closeWaits()
      await parser.close()
    },
  }
}

const createHealth = (
  { store, retention }: MailroomOptions,
  open: () => Pick<Status, 'openSessions' | 'openTransactions'>,
): Health => ({
  async status() {
    const { newestSeq, ...stats } = await store.stats()
    const cursor = encodeCursor(store.name, newestSeq)
    return {
      store: store.name,
      location: store.location,
      ...stats,
      retention,
      ...open(),
      cursor,
    }
  },
  probe: () => store.probe(),
})
