// The client: one typed method per request of the HTTP interface. Needs fetch and nothing else.

import type { Cursor, TagList } from '../wire/inbox.js'
import type { Status } from '../wire/status.js'
import { watchEvents } from './events.js'
import { createInboxes, type Inboxes } from './inboxes.js'
import { createMessages, type Messages } from './messages.js'
import { createSessions, type Sessions } from './sessions.js'
import { createTransport, type TransportOptions } from './transport.js'
import { createWaits, type Waits } from './waits.js'

export type { Fault, NewFault } from '../wire/fault.js'
export type { Inbox, NewInbox } from '../wire/inbox.js'
export type { Message } from '../wire/message.js'
export type { Problem } from '../wire/problem.js'
export type { Status } from '../wire/status.js'
export type { Summary } from '../wire/summary.js'
export type {
  AssertAnswer,
  ExpectationMet,
  ExpectationNotMet,
  Explanation,
  WaitMet,
  WaitNotMet,
} from '../wire/wait.js'
export { NoServer, ServerProblem } from './errors.js'
export type { Assertion, Criteria, Expectation, WaitParameters } from './expectation.js'
export type { Printed, WaitAnswer } from './waits.js'

/** A connection to one server. Every method rejects with ServerProblem when the server says no and NoServer when nobody answers. */
export interface Client extends Messages, Sessions, Inboxes, Waits {
  /** the server's address */
  readonly url: string
  /** version, listeners, limits, counts */
  readonly status: () => Promise<Status>
  /** Resolves when the store has just written and read a row. */
  readonly ready: () => Promise<void>
  /** where the order of all that happens stands now */
  readonly cursor: () => Promise<string>
  readonly tags: () => Promise<TagList>
  /** what happens from now on, or after a cursor; comes back by itself when the line breaks */
  readonly events: ReturnType<typeof watchEvents>
}

/** @param options.url `http://localhost:8025` */
export function createClient(options: TransportOptions): Client {
  const transport = createTransport(options)
  return {
    url: transport.url,
    status: () => transport.json<Status>('GET', '/v1/status'),
    ready: async () => {
      await transport.send('GET', '/readyz')
    },
    cursor: async () => (await transport.json<Cursor>('GET', '/v1/cursor')).cursor,
    tags: () => transport.json<TagList>('GET', '/v1/tags'),
    events: watchEvents(transport),
    ...createMessages(transport),
    ...createSessions(transport),
    ...createInboxes(transport),
    ...createWaits(transport, options),
  }
}
