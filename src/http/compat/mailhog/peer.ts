// MailHog: versions 1 and 2 of its API.

import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import type { Peer } from '../peer.js'
import { inPeerScope } from '../peer-scope.js'
import { tell } from './answers.js'
import { alone } from './routes/alone.js'
import { events } from './routes/events.js'
import { jim } from './routes/jim.js'
import { lists } from './routes/lists.js'
import { message } from './routes/message.js'

const routes: readonly ((scope: App, context: Context) => void)[] = [lists, message, jim, events]

export const mailhog: Peer = {
  routes: (app, context, others) =>
    inPeerScope(app, { context, tell }, (scope) => {
      for (const route of others.has('mailpit') ? routes : [...routes, alone]) route(scope, context)
    }),
}
