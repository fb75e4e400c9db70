// mailhold/server for require(). Jest's module system knows neither ES modules nor native ones: the server is loaded by
// Node's own loader, past Jest, while the client is one of this realm, so that its values and errors are the test's own.

import type { ClientOptions } from '../client/client.js'
import { inOneHand, type StartedMailhold } from './started.js'

export * from '../client/client.js'
export type { StartedMailhold } from './started.js'

type Server = typeof import('mailhold/server', { with: { 'resolution-mode': 'import' }})

/** Every option of the command line by its name in camelCase: `{ smtp: 2525, maxAge: '1d', starttls: true }`. */
export type MailholdOptions = NonNullable<Parameters<Server['startMailhold']>[0]>

const { createRequire } = process.getBuiltinModule('node:module')

/** As that of the ES module: starts everything on free ports with a private temporary store. */
export async function startMailhold(
  options: MailholdOptions = {},
  client: Omit<ClientOptions, 'url'> = {},
): Promise<StartedMailhold> {
  const server: Server = createRequire(__filename)('../../server/start-mailhold.js')
  return inOneHand(await server.startMailhold(options), options.inboxDomain, client)
}
