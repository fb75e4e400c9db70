// Requests that no route of ours answers go on to the peers' routes. Those are many and most servers are never asked for them, so they
// are loaded when the first such request comes, and cost the start nothing.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import type { MethodsAt } from '../known-paths.js'

/** Must be hooked in before the guard is: the peers' app has its own, the same. Paths of ours stay here, whatever the method. */
export function handOver(app: App, methodsAt: MethodsAt, context: Context): void {
  if (context.options.compat.length === 0) return
  let made: Promise<App> | undefined
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || methodsAt(pathOf(request.url)).length > 0) return done()
    made ??= buildPeers(context).catch((error: unknown) => {
      // the next request may have better luck
      made = undefined
      throw error
    })
    made.then((peers) => {
      reply.hijack()
      peers.routing(request.raw, reply.raw)
    }, done)
  })
  app.addHook('onClose', async () => {
    await made?.then(
      (peers) => peers.close(),
      () => undefined,
    )
  })
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

async function buildPeers(context: Context): Promise<App> {
  const { buildPeersApp } = await import('./build-peers-app.js')
  return buildPeersApp(context)
}
