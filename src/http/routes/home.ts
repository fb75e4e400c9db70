// GET /: where to point an app and where to look, as plain HTML.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { homePage, homePolicy } from '../home-page.js'

export function home(app: App, { options }: Context): void {
  app.get('/', { schema: { hide: true }, config: { page: true } }, async (_request, reply) => {
    reply.header('Content-Security-Policy', homePolicy)
    return reply.type('text/html; charset=utf-8').send(homePage(options, options.status()))
  })
}
