// Puts the waiting side of the mailroom together.

import type { Hub } from '../../events/hub.js'
import { MailholdError } from '../../model/errors.js'
import { settlesWithin } from '../../model/settles-within.js'
import type { NewMessage, Store } from '../../store/store.js'
import type { Waits } from '../mailroom.js'
import type { ParserPool } from '../parser/pool.js'
import type { TransactionFacts } from '../transactions.js'
import { createArrivals } from './arrivals.js'
import { createWaits } from './create-waits.js'
import { createFoundMails } from './found.js'
import type { SmtpJournal } from './happenings.js'
import { createJudge } from './judge/create-judge.js'
import { createReaching, mayConcern } from './reach.js'
import { UnderWay } from './under-way.js'

export interface WaitsOptions {
  readonly store: Store
  readonly hub: Hub
  readonly parser: ParserPool
  readonly journal: SmtpJournal
  /** the transactions that are open */
  readonly open: () => readonly TransactionFacts[]
  /** lower case */
  readonly inboxDomains: readonly string[]
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** A sender is not held up for longer by who waits for its mail, milliseconds: patterns may take long, telling does not. */
const patience = 1000

const inboxesOf = ({ deliveries }: NewMessage) => deliveries.map(({ inbox }) => inbox)

const stopped = (): Error => new MailholdError('stopping', 'Mailhold is stopping')

export interface RunningWaits {
  readonly waits: Waits
  /** Told of each mail before it is handed to the store, while its octets are still here. */
  expect(message: NewMessage, octets: Uint8Array): void
  /** Resolves when who waits was told of a mail that is kept; `undefined` where nobody waits. Bounded in time. */
  told(message: NewMessage): Promise<void> | undefined
  /** Ends its thread. */
  close(): Promise<void>
}

export function openWaits(options: WaitsOptions): RunningWaits {
  const { store, hub, parser, journal, inboxDomains, now, open } = options
  const clock = (): number => performance.now()
  const mails = createFoundMails(store, parser, clock)
  const { judge, prepare, close } = createJudge()
  const arrivals = createArrivals({ store, hub, mails, judge, stopped })
  const waits = createWaits({
    store,
    mails,
    judge,
    firstPages: new UnderWay(),
    // who waits expects mail
    prepare(look) {
      parser.prepare()
      prepare(look)
    },
    journal,
    now,
    inboxDomains,
    arrivals,
    reaching: createReaching(open, inboxDomains, clock),
    mayConcern: (recipient, inbox) => mayConcern(recipient, inbox, inboxDomains),
  })
  return {
    waits,
    expect(message, octets) {
      if (arrivals.areAwaited(inboxesOf(message))) mails.expect(message, octets)
    },
    told(message) {
      const inboxes = inboxesOf(message)
      if (!arrivals.areAwaited(inboxes)) return undefined
      return settlesWithin(arrivals.told(inboxes), patience).then(() => undefined)
    },
    close,
  }
}
