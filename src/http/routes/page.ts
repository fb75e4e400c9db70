// The page for people: the same start file for every place on it, and the files that it loads.

import fastifyStatic from '@fastify/static'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { assetsFolder, startFile } from '../page/page-files.js'
import { pagePolicy } from '../page/page-policy.js'
import { Type } from '../schema/typebox.js'

/** Addresses of places: all mail, an inbox, a message. */
const places = ['/', '/inboxes/*', '/messages/*']

// the search and whatever else a link carries is the page's own business
const schema = { hide: true, querystring: Type.Object({}) }

export function page(app: App, { options: { basePath } }: Context): void {
  let html: string | undefined
  for (const place of places) {
    app.get(place, { schema, config: { page: true } }, async (_request, reply) => {
      html ??= startFile(basePath)
      reply.header('Content-Security-Policy', pagePolicy).header('Cache-Control', 'no-cache')
      return reply.type('text/html; charset=utf-8').send(html)
    })
  }
  app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: '/assets/',
    // the names that the build gives; asked for anything else, such as a folder, the file server fails
    allowedPath: (path) => /^\/[\w-][\w.-]*$/.test(path),
    preCompressed: true,
    index: false,
    decorateReply: false,
    // a file with another content has another name
    immutable: true,
    maxAge: '365d',
    // what follows from the octets is set here; the guard's headers are there already
    cacheControl: true,
    schemaHide: true,
  })
}
