// mailhold/server: a Mailhold inside the process of a test, with its client in one hand.

import { type MailholdOptions, startMailhold as start } from '../app/start.js'
import { inOneHand, type Start } from './started.js'

export type { MailholdOptions } from '../app/start.js'
export * from '../client/in-node.js'
export type { StartedMailhold } from './started.js'

/**
 * Starts everything on free ports with a private temporary store, unless the options say otherwise; the environment is
 * not read. Several may run side by side. `await using` or `stop()` ends it, and nothing stays open.
 * @throws Error with one sentence that names the option and the remedy
 */
export const startMailhold: Start<MailholdOptions> = async (options = {}, client = {}) => {
  const running = await start(options)
  if (running.url !== '') return inOneHand(running, options.inboxDomain, client)
  await running.stop()
  throw new Error('startMailhold() reads mail over HTTP: leave http out, or give it a port')
}
