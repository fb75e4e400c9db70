// An inbox of a test's own: nothing has to be created on the server, mail for its addresses lands in it.

import type { Fault, NewFault } from '../../wire/fault.js'
import type { AssertAnswer, WaitMet, WaitNotMet } from '../../wire/wait.js'
import type { Assertion, Expectation } from '../expectation.js'
import type { MailSource } from '../mail/mail.js'
import type { WaitOptions } from '../waits.js'
import { createFinding, type Finding } from './find.js'

/**
 * Somewhere to look for mail: an inbox, an inbox from some time on, or (the client itself) mail of all inboxes, which
 * without `after` is that of the last 60 seconds and what comes.
 */
export interface Place extends Finding {
  /** One expectation; "not met" is an answer with its story, not an error. */
  wait(request: Expectation, options?: WaitOptions): Promise<WaitMet | WaitNotMet>
  /** Several, judged together. */
  assert(request: Assertion, options?: WaitOptions): Promise<AssertAnswer>
}

export interface TestInbox extends Place {
  readonly name: string
  /** `ada@w3-k9f2q7x1.mailhold.test`: mail for it lands here. */
  address(localPart?: string): string
  /** An SMTP user name; mail sent with it, and any password, lands here whatever its addresses are. */
  readonly user: string
  /** Resolves when the action has, with this inbox as it is from then on: only mail counts that came after the action began. */
  during(action: () => unknown): Promise<Place>
  /** Makes SMTP misbehave for mail to this inbox: `{ stage: 'rcpt', do: { reply: '451 4.3.0 try later' }, times: 2 }`. */
  fault(rule: Omit<NewFault, 'where'>): Promise<Fault>
  /** Removes its mail and its fault rules; resolves with how many mails went. */
  remove(): Promise<number>
}

/** What an inbox needs of a client. */
export interface InboxSource extends MailSource {
  readonly wait: Place['wait']
  readonly assert: Place['assert']
  readonly cursor: () => Promise<string>
  readonly addFault: (rule: NewFault) => Promise<Fault>
  readonly removeInbox: (name: string) => Promise<number>
}

export interface InboxName {
  readonly name: string
  /** `mailhold.test` */
  readonly domain: string
}

export function createTestInbox({ name, domain }: InboxName, client: InboxSource): TestInbox {
  return {
    ...createPlace({ inbox: name }, client),
    name,
    user: name,
    address: (localPart = 'test') => `${localPart}@${name}.${domain}`,
    during: async (action) => {
      const after = await client.cursor()
      await action()
      return createPlace({ inbox: name, after }, client)
    },
    fault: (rule) => client.addFault({ ...rule, where: { inbox: name } }),
    remove: () => client.removeInbox(name),
  }
}

/** A place where everything is asked of one inbox, and of mail after a cursor, unless the question says otherwise. */
function createPlace(bounds: Pick<Expectation, 'inbox' | 'after'>, client: InboxSource): Place {
  const wait: Place['wait'] = (request, options) => client.wait({ ...bounds, ...request }, options)
  const assert: Place['assert'] = (request, options) => client.assert({ ...bounds, ...request }, options)
  return { ...createFinding({ wait, source: client }), wait, assert }
}
