// GET /metrics: numbers for Prometheus.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { createMetrics } from '../metrics.js'
import { Type } from '../schema/typebox.js'

export function metrics(app: App, context: Context): void {
  const { mailroom, options } = context
  const schema = {
    operationId: 'getMetrics',
    summary: 'Numbers for Prometheus',
    tags: ['server'],
    response: { 200: { content: { 'text/plain': { schema: Type.String() } } } },
  }
  // made when first asked for: counting the process costs something
  let made: ReturnType<typeof createMetrics> | undefined
  app.get('/metrics', { schema }, async (_request, reply) => {
    made ??= createMetrics(options.version)
    const { contentType, render } = await made
    const ours = await render(await mailroom.status())
    const { peerMetrics } = await import('../compat/peers.js')
    return reply.type(contentType).send(ours + (await peerMetrics(context)))
  })
}
