// The client: one typed method per request of the HTTP interface. Needs fetch and nothing else.

import type { Cursor, TagList } from '../wire/inbox.js'
import type { Ready, Status } from '../wire/status.js'
import { serverAddress } from './address.js'
import { environment, variable } from './environment.js'
import { watchEvents } from './events.js'
import { createFinding, type Finding } from './inbox/find.js'
import { createTestInbox, type TestInbox } from './inbox/inbox.js'
import { asInboxName, freshName, workerNumber } from './inbox/name.js'
import { createInboxes, type Inboxes } from './inboxes.js'
import { createMessages, type Messages } from './messages.js'
import { createSessions, type Sessions } from './sessions.js'
import { anotherServer, createTransport, type Transport, type TransportOptions } from './transport.js'
import { createWaits, type Waits } from './waits.js'

export type * from '../wire/events.js'
export type * from '../wire/fault.js'
export type * from '../wire/inbox.js'
export type * from '../wire/list.js'
export type * from '../wire/message.js'
export type * from '../wire/new-mail.js'
export type * from '../wire/problem.js'
export type * from '../wire/session.js'
export type * from '../wire/status.js'
export type * from '../wire/summary.js'
export type * from '../wire/wait.js'
export type * from './criteria.js'
export type { Duration } from './duration.js'
export { NoServer, NotInMail, NotMet, ServerProblem } from './errors.js'
export type { LiveEvent, WatchRequest } from './events.js'
export type { Assertion, Expectation, Looking, WaitParameters } from './expectation.js'
export type { Answer, Fetch } from './http/answer.js'
export type { After } from './inbox/after.js'
export type { Finding, FindMailsOptions, FindOptions, GetOptions } from './inbox/find.js'
export type { Place, TestInbox } from './inbox/inbox.js'
export type { Inboxes } from './inboxes.js'
export type { AttachmentChoice, AttachmentMembersChoice, MailAttachment } from './mail/attachment.js'
export type { Words } from './mail/choice.js'
export type { LinkChoice, LinkMembersChoice } from './mail/link.js'
export type { Mail, Page } from './mail/mail.js'
export type { InjectEnvelope, ListRequest, Mark, Messages, Narrowing, Within } from './messages.js'
export type { SessionFilter, Sessions } from './sessions.js'
export type { TransportOptions } from './transport.js'
export type { Printed, WaitAnswer, WaitOptions, Waits } from './waits.js'

export interface ClientOptions extends Partial<TransportOptions> {
  /** the server's `--inbox-domain`, `mailhold.test` unless given */
  readonly inboxDomain?: string
}

/** A connection to one server. Every method rejects with ServerProblem when the server says no and NoServer when nobody answers. */
export interface Client extends Messages, Sessions, Inboxes, Waits, Finding {
  /** the server's address */
  readonly url: string
  /** An inbox of a test's own, with a name that nobody else has unless one is given. @throws TypeError for what is no name */
  readonly inbox: (name?: string) => TestInbox
  /** The same client, all of whose calls end with the signal. */
  readonly withSignal: (signal: AbortSignal) => Client
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

/**
 * A client of the server at `url`, or where MAILHOLD_URL says, or at http://localhost:8025.
 * Nothing is asked before the first call. @throws TypeError for a `url` that is no address of HTTP
 */
export function createClient(options: ClientOptions = {}): Client {
  const url = serverAddress(options.url, variable('MAILHOLD_URL'))
  const domain = options.inboxDomain ?? variable('MAILHOLD_INBOX_DOMAIN')?.split(',')[0] ?? 'mailhold.test'
  const parts = createParts(createTransport({ ...options, url }), options)
  return {
    ...parts,
    ...createFinding({ wait: parts.wait, source: parts }),
    inbox: (name = freshName(crypto.getRandomValues(new Uint8Array(8)), workerNumber(environment()))) =>
      createTestInbox({ name: asInboxName(name), domain }, parts),
    withSignal: (signal) => createClient({ ...options, url, signal }),
  }
}

function createParts(transport: Transport, options: ClientOptions) {
  return {
    url: transport.url,
    status: () => transport.json<Status>('GET', '/v1/status'),
    ready: async () => {
      const told = await transport.json<Partial<Ready> | null>('GET', '/readyz')
      if (told?.status !== 'ok') throw anotherServer(transport.url, { status: 200, statusText: 'OK' })
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
