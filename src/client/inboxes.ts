// Inboxes and fault rules: what a test has for itself.

import type { Fault, FaultList, NewFault } from '../wire/fault.js'
import type { Inbox, InboxList, NewInbox } from '../wire/inbox.js'
import type { Deleted } from '../wire/list.js'
import type { Transport } from './transport.js'

export interface Inboxes {
  readonly inboxes: () => Promise<InboxList>
  /** Makes an inbox, with a fresh name unless one is given, or renews one that is there. */
  readonly putInbox: (inbox?: NewInbox) => Promise<Inbox>
  /** Removes its deliveries and its fault rules; resolves with how many deliveries went. */
  readonly removeInbox: (name: string) => Promise<number>
  /** Fault rules, oldest first; of one inbox or all. */
  readonly faults: (inbox?: string) => Promise<FaultList>
  readonly fault: (id: string) => Promise<Fault>
  /** Asks for a misbehaviour of SMTP: `{ stage: 'rcpt', do: { reply: '451 4.3.0 try later' }, times: 2 }`. */
  readonly addFault: (fault: NewFault) => Promise<Fault>
  readonly removeFault: (id: string) => Promise<void>
  /** Removes those that name the inbox, or all; resolves with how many. */
  readonly removeFaults: (inbox?: string) => Promise<number>
}

export function createInboxes({ json }: Transport): Inboxes {
  const fault = (id: string): string => `/v1/faults/${encodeURIComponent(id)}`
  return {
    inboxes: () => json<InboxList>('GET', '/v1/inboxes'),
    putInbox: (inbox = {}) => json<Inbox>('POST', '/v1/inboxes', { json: inbox }),
    removeInbox: async (name) =>
      (await json<Deleted>('DELETE', `/v1/inboxes/${encodeURIComponent(name)}`)).deleted,
    faults: (inbox) => json<FaultList>('GET', '/v1/faults', { query: { inbox } }),
    fault: (id) => json<Fault>('GET', fault(id)),
    addFault: (rule) => json<Fault>('POST', '/v1/faults', { json: rule }),
    removeFault: async (id) => {
      await json<Deleted>('DELETE', fault(id))
    },
    removeFaults: async (inbox) =>
      (await json<Deleted>('DELETE', '/v1/faults', { query: { inbox } })).deleted,
  }
}
