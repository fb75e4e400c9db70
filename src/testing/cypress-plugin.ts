// mailhold/cypress/plugin: the part that runs in Node, for `setupNodeEvents`. The browser asks it through a task, because
// Mailhold lets no foreign page read mail.

import { variable } from '../client/environment.js'
import { type Client, createClient, type FindMailsOptions, type Mail } from '../client/in-node.js'
import { isError } from '../client/realm.js'
import { type Answered, type Asked, type AskedOptions, taskName } from './cypress/asked.js'
import { toReceiveInOrder } from './matchers/receive.js'

/** What is used of what Cypress gives to `setupNodeEvents`. */
type On = (...event: never[]) => void

export interface CypressMailhold {
  readonly client: Client
  /** where the app sends its mail; `undefined` at MAILHOLD_URL, where you know it */
  readonly smtp: { readonly host: string; readonly port: number } | undefined
}

/**
 * `setupNodeEvents: (on) => setUpMailhold(on)`. Uses the server at MAILHOLD_URL, or starts one of its own, which ends with
 * the run.
 */
export async function setUpMailhold(on: On): Promise<CypressMailhold> {
  const url = variable('MAILHOLD_URL')
  const own = url === undefined ? await (await import('mailhold/server')).startMailhold() : undefined
  const client = own ?? createClient({ url: url ?? '' })
  const register = on as (event: string, handler: unknown) => void
  register('task', { [taskName]: (asked: Asked) => answer(client, asked) })
  if (own) register('after:run', () => own.stop())
  return { client, smtp: own?.smtp }
}

/** Stories are answers, so that Cypress shows them as they are; everything else that goes wrong is an error. */
export async function answer(client: Client, asked: Asked): Promise<Answered> {
  try {
    return await answerOnce(client, asked)
  } catch (error) {
    const isStory = isError(error) && ['NotMet', 'ServerProblem', 'NoServer'].includes(error.name)
    if (isStory) return { failure: error.message }
    throw error
  }
}

async function answerOnce(client: Client, asked: Asked): Promise<Answered> {
  if (asked.ask === 'where') {
    const [, inboxDomain = ''] = client.inbox('x').address('x').split('@x.')
    return { where: { url: client.url, inboxDomain } }
  }
  if (asked.ask === 'octets') {
    const octets = asked.part === '' ? await client.raw(asked.id) : await client.part(asked.id, asked.part)
    return { base64: Buffer.from(octets).toString('base64') }
  }
  const inbox = client.inbox(asked.inbox)
  const options = asOptions(asked.options)
  if (asked.ask === 'order') {
    const { pass, message } = await toReceiveInOrder({}, inbox, asked.list, options)
    return pass ? { mails: [] } : { failure: message() }
  }
  const { criteria } = asked
  const found = {
    get: async () => [await inbox.getMail(criteria, options)],
    query: async () => [await inbox.queryMail(criteria, options)].filter((mail) => mail !== null),
    getAll: () => inbox.getMails(criteria, options),
    queryAll: () => inbox.queryMails(criteria, options),
    find: async () => [await inbox.findMail(criteria, options)],
    findAll: () => inbox.findMails(criteria, options),
    none: () => inbox.findMails(criteria, { ...options, count: 0 }),
  } satisfies Record<typeof asked.ask, () => Promise<readonly Mail[]>>
  return { mails: (await found[asked.ask]()).map((mail) => ({ ...mail })) }
}

/** They were typed in the browser, and the server checks every member. */
const asOptions = (options: AskedOptions): FindMailsOptions => options as FindMailsOptions
