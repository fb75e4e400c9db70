// Finding mail, by the verbs of Testing Library: get is now or an error, query is now or null, find waits.

import type { Message } from '../../wire/message.js'
import type { Summary } from '../../wire/summary.js'
import type { ExpectedCount, WaitMet, WaitNotMet } from '../../wire/wait.js'
import type { Criteria } from '../criteria.js'
import type { Duration } from '../duration.js'
import { NotMet } from '../errors.js'
import type { Expectation } from '../expectation.js'
import { createMail, type Mail, type MailSource } from '../mail/mail.js'
import { type After, afterText } from './after.js'
import { allMails } from './all-mails.js'
import { lookedOnce } from './looked-once.js'

export interface GetOptions {
  /** only mail that came later counts */
  readonly after?: After
  /** ends the call, which then rejects with the reason of the signal */
  readonly signal?: AbortSignal
}

export interface FindOptions extends GetOptions {
  /** 4 seconds unless given: less than test runners wait, so that they show what Mailhold says */
  readonly timeout?: Duration
  /** how long it must be quiet before it is certain that no second one comes */
  readonly settle?: Duration
  /** the mail that the app sends last: when it has come, the count is final */
  readonly until?: Criteria
}

export interface FindMailsOptions extends FindOptions {
  /** how many there must be; at least one unless given */
  readonly count?: number | Partial<ExpectedCount>
  /** what every one of them must fulfil as well */
  readonly each?: readonly Criteria[]
}

export interface Finding {
  /** The one mail that is there now. @throws NotMet where there is none, or several */
  getMail(criteria?: Criteria, options?: GetOptions): Promise<Mail>
  /** The one mail that is there now, or `null`. @throws NotMet where there are several */
  queryMail(criteria?: Criteria, options?: GetOptions): Promise<Mail | null>
  /** All mails that are there now, oldest first; of more than 100 the newest. @throws NotMet where there is none */
  getMails(criteria?: Criteria, options?: GetOptions): Promise<readonly Mail[]>
  /** The same, and an empty list where there is none. */
  queryMails(criteria?: Criteria, options?: GetOptions): Promise<readonly Mail[]>
  /**
   * Waits for the mail. With `settle` or `until` it is seen to be the only one; without, only mails count that are there at
   * that moment. @throws NotMet where none comes in time, or several
   */
  findMail(criteria?: Criteria, options?: FindOptions): Promise<Mail>
  /** Waits for mails, oldest first; of more than 100 the newest. @throws NotMet where they do not come in time, or too many do */
  findMails(criteria?: Criteria, options?: FindMailsOptions): Promise<readonly Mail[]>
}

type Answer = WaitMet | WaitNotMet

/** What finding needs of a client, and of the place that is looked at. */
export interface Asked {
  readonly wait: (request: Expectation, options?: { readonly signal?: AbortSignal }) => Promise<Answer>
  readonly source: MailSource
}

/** The library's own time-out, in milliseconds; runners give a test 5 s. */
export const usualPatience = 4_000

export function createFinding({ wait, source }: Asked): Finding {
  const mailOf = (message: Message | Summary): Mail => createMail(asWhole(message), source)
  const requestOf = (
    match: Criteria,
    options: FindMailsOptions,
    more: Partial<Expectation>,
  ): Expectation => ({
    ...limitsOf(options),
    match,
    ...more,
  })
  /** Rejects with the story where the expectation is not met. */
  const met = async (
    request: Expectation,
    options: GetOptions,
    tell = (story: WaitNotMet) => story,
  ): Promise<WaitMet> => {
    const answer = await wait(request, signalOf(options))
    if (answer.pass) return answer
    throw new NotMet(tell(answer))
  }
  const metNow = (verb: 'getMail' | 'getMails', match: Criteria, options: GetOptions): Promise<WaitMet> =>
    met(requestOf(match, options, { timeout: '0s' }), options, (story) => lookedOnce(story, verb))
  /** The server tells the story of the second one, too. */
  const only = async (answer: WaitMet, match: Criteria, options: GetOptions): Promise<Mail> => {
    const [first] = answer.messages
    if (first && answer.matched === 1) return mailOf(first)
    const once = { count: 1, timeout: '0s', settle: '0s' } as const
    const [one] = (await met(requestOf(match, options, once), options)).messages
    if (one) return mailOf(one)
    throw new Error('the mail was removed while it was asked for')
  }
  const all = async (answer: WaitMet, match: Criteria, options: GetOptions): Promise<readonly Mail[]> => {
    const finder = {
      wait: (request: Expectation) => wait(request, signalOf(options)),
      get: source.get,
    }
    return (await allMails(answer, match, finder)).map(mailOf)
  }
  return {
    queryMail: async (match = {}, options = {}) => {
      const answer = await wait(requestOf(match, options, { timeout: '0s' }), signalOf(options))
      return answer.pass ? only(answer, match, options) : null
    },
    getMail: async (match = {}, options = {}) =>
      only(await metNow('getMail', match, options), match, options),
    getMails: async (match = {}, options = {}) =>
      all(await metNow('getMails', match, options), match, options),
    queryMails: async (match = {}, options = {}) => {
      const any = { count: { min: 0 }, timeout: '0s' } as const
      return all(await met(requestOf(match, options, any), options), match, options)
    },
    findMail: async (match = {}, options = {}) => {
      const isFinal = options.settle !== undefined || options.until !== undefined
      const answer = await met(requestOf(match, options, isFinal ? { count: 1 } : {}), options)
      return only(answer, match, options)
    },
    findMails: async (match = {}, options = {}) => {
      const { count, each } = options
      const more = { ...(count !== undefined && { count }), ...(each && { each }) }
      return all(await met(requestOf(match, options, more), options), match, options)
    },
  }
}

/** Where and how long to look, as the server takes it. */
export function limitsOf({
  after,
  timeout = usualPatience,
  settle,
  until,
}: FindOptions): Partial<Expectation> {
  return {
    timeout,
    ...(after !== undefined && { after: afterText(after) }),
    ...(settle !== undefined && { settle }),
    ...(until !== undefined && { until }),
  }
}

const signalOf = ({ signal }: GetOptions) => (signal ? { signal } : {})

/** Summaries come only to those who asked for them. */
function asWhole(message: Message | Summary): Message {
  if ('headers' in message) return message
  throw new Error('the server answered with less than the whole mail')
}
