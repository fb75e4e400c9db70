// mailhold/cypress: import it in the support file; `cy` then knows the commands. They ask `mailhold/cypress/plugin`.

import type {
  AttachmentChoice,
  Criteria,
  FindMailsOptions,
  FindOptions,
  GetOptions,
} from '../../client/client.js'
import { afterText } from '../../client/inbox/after.js'
import { freshName } from '../../client/inbox/name.js'
import { plainCriteria } from '../../client/plain-criteria.js'
import { type Answered, type Asked, type AskedOptions, taskName, type Where } from './asked.js'
import { type CypressMail, mailOf } from './cypress-mail.js'

export type { CypressMail } from './cypress-mail.js'

/** An inbox that no other test has. */
export interface CypressInbox {
  readonly name: string
  /** an SMTP user name whose mail lands here */
  readonly user: string
  address(localPart?: string): string
}

declare global {
  // biome-ignore lint/style/noNamespace: Cypress keeps its commands in one
  namespace Cypress {
    // biome-ignore lint/suspicious/noExplicitAny: an interface is extended with the parameters that it has there
    interface Chainable<Subject = any> {
      /** a fresh inbox */
      mailInbox(): Chainable<CypressInbox>
      /** the one mail that is there now */
      getMail(inbox: CypressInbox, criteria?: Criteria, options?: GetOptions): Chainable<CypressMail>
      /** the one mail that is there now, or `null` */
      queryMail(inbox: CypressInbox, criteria?: Criteria, options?: GetOptions): Chainable<CypressMail | null>
      /** all mails that are there now, oldest first; at least one */
      getMails(
        inbox: CypressInbox,
        criteria?: Criteria,
        options?: GetOptions,
      ): Chainable<readonly CypressMail[]>
      /** all mails that are there now, oldest first; none is fine */
      queryMails(
        inbox: CypressInbox,
        criteria?: Criteria,
        options?: GetOptions,
      ): Chainable<readonly CypressMail[]>
      /** waits for the mail */
      findMail(inbox: CypressInbox, criteria?: Criteria, options?: FindOptions): Chainable<CypressMail>
      /** waits for mails, oldest first */
      findMails(
        inbox: CypressInbox,
        criteria?: Criteria,
        options?: FindMailsOptions,
      ): Chainable<CypressMail[]>
      /** waits for all of them, each later than the one before */
      shouldReceiveInOrder(
        inbox: CypressInbox,
        criteria: readonly Criteria[],
        options?: FindOptions,
      ): Chainable<null>
      /** no such mail comes until it has been quiet, or the `until` mail comes */
      shouldNotReceive(inbox: CypressInbox, criteria?: Criteria, options?: FindOptions): Chainable<null>
      /** the decoded octets of an attachment, or without one those of the mail as it came */
      mailOctets(mail: CypressMail, attachment?: AttachmentChoice): Chainable<Uint8Array>
    }
  }
}

/** What is used of Cypress. */
interface Chain {
  then(next: (value: never) => unknown): unknown
}
interface CypressGlobals {
  readonly Cypress: { readonly Commands: { add(name: string, run: (...given: never[]) => unknown): void } }
  readonly cy: {
    task(name: string, asked: Asked, options: object): Chain
    wrap(value: unknown, options: object): Chain
  }
}

const { Cypress: runner, cy: chain } = globalThis as unknown as CypressGlobals

/** milliseconds that a task may take beyond the time-out that Mailhold keeps */
const margin = 10_000
const quiet = { log: false }

/** Cypress would take `undefined` for "nothing was returned", and goes on with what came before. */
function ask(asked: Asked, read: (answered: Answered) => unknown): unknown {
  const { timeout } = 'options' in asked ? asked.options : {}
  const patience = margin + (typeof timeout === 'number' ? timeout : 60_000)
  return chain.task(taskName, asked, { ...quiet, timeout: patience }).then((answered: Answered) => {
    if ('failure' in answered) throw new Error(answered.failure)
    return chain.wrap(read(answered), quiet)
  })
}

type Question = Exclude<Asked['ask'], 'where' | 'order' | 'octets'>

const mails =
  (question: Question, read: (found: readonly CypressMail[]) => unknown) =>
  (inbox: CypressInbox, criteria: Criteria = {}, options: FindMailsOptions = {}) =>
    ask(
      { ask: question, inbox: inbox.name, criteria: plain(criteria), options: plainOptions(options) },
      (answered) => read('mails' in answered ? answered.mails.map(mailOf) : []),
    )

const commands = {
  mailInbox: () =>
    ask({ ask: 'where' }, (answered) =>
      inboxAt('where' in answered ? answered.where : { url: '', inboxDomain: '' }),
    ),
  getMail: mails('get', ([mail]) => mail),
  queryMail: mails('query', ([mail]) => mail ?? null),
  getMails: mails('getAll', (found) => found),
  queryMails: mails('queryAll', (found) => found),
  findMail: mails('find', ([mail]) => mail),
  findMails: mails('findAll', (found) => found),
  shouldNotReceive: mails('none', () => null),
  shouldReceiveInOrder: (inbox: CypressInbox, list: readonly Criteria[], options: FindOptions = {}) =>
    ask(
      { ask: 'order', inbox: inbox.name, list: list.map(plain), options: plainOptions(options) },
      () => null,
    ),
  mailOctets: (mail: CypressMail, attachment?: AttachmentChoice) =>
    ask(
      { ask: 'octets', id: mail.id, part: attachment === undefined ? '' : mail.attachment(attachment).part },
      (answered) => octetsOf('base64' in answered ? answered.base64 : ''),
    ),
}

for (const [name, run] of Object.entries(commands)) runner.Commands.add(name, run)

function inboxAt({ inboxDomain }: Where): CypressInbox {
  const name = freshName(crypto.getRandomValues(new Uint8Array(8)), '0')
  return { name, user: name, address: (localPart = 'test') => `${localPart}@${name}.${inboxDomain}` }
}

/** JSON has no regular expressions. */
const plain = (criteria: Criteria): Criteria => plainCriteria(criteria) as Criteria

function plainOptions({ signal: _, after, until, each, ...options }: FindMailsOptions): AskedOptions {
  return {
    ...options,
    ...(after !== undefined && { after: afterText(after) }),
    ...(until !== undefined && { until: plain(until) }),
    ...(each !== undefined && { each: each.map(plain) }),
  }
}

const octetsOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
