// The app of the peers' routes, under the same guard as ours. It listens to nothing: requests are handed to it.

import { createServer } from 'node:http'
import type { App } from '../app.js'
import { bareApp } from '../bare-app.js'
import type { Context } from '../context.js'
import { peerRoutes } from './peers.js'

export async function buildPeersApp(context: Context): Promise<App> {
  const { options } = context
  const app = bareApp({ options, serverFactory: (handler) => createServer(handler) })
  await app.register(async (under) => peerRoutes(under, context), { prefix: options.basePath })
  await app.ready()
  return app
}
