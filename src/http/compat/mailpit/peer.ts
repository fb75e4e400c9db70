// Mailpit: its API under /api/v1, its live events and its views.

import type { Peer } from '../peer.js'
import { inPeerScope } from '../peer-scope.js'
import { tell } from './answers.js'
import type { MailpitRoute } from './route.js'
import { message } from './routes/message.js'
import { messages } from './routes/messages.js'
import { search } from './routes/search.js'

const routes: readonly MailpitRoute[] = [messages, search, message]

export const mailpit: Peer = {
  routes: (app, context, others) => {
    const beside = { mailhog: others.has('mailhog') }
    inPeerScope(app, { context, tell }, (scope) => {
      for (const route of routes) route(scope, context, beside)
    })
  },
}
