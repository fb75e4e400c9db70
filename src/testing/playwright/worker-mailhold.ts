// The Mailhold of one worker: a server that runs already, or one of its own.

import { variable } from '../../client/environment.js'
import { type Client, createClient } from '../../client/in-node.js'

export interface WorkerMailhold extends Client {
  /** where the app sends its mail */
  readonly smtp: { readonly host: string; readonly port: number }
  /** Ends the worker's own server; a server at MAILHOLD_URL goes on. */
  readonly stop: () => Promise<void>
}

export async function openWorkerMailhold(): Promise<WorkerMailhold> {
  const url = variable('MAILHOLD_URL')
  if (url !== undefined) return openRunning(createClient({ url }))
  const { startMailhold } = await import('mailhold/server')
  return startMailhold()
}

async function openRunning(client: Client): Promise<WorkerMailhold> {
  const { listeners } = await client.status()
  const found = listeners.find(({ protocol }) => protocol === 'smtp')
  if (!found) throw new Error(`the Mailhold at ${client.url} listens on no SMTP port`)
  // one that listens everywhere is met where its HTTP is
  const isEverywhere = ['0.0.0.0', '::', ''].includes(found.host)
  const host = isEverywhere ? new URL(client.url).hostname : found.host
  return { ...client, smtp: { host, port: found.port }, stop: async () => {} }
}
