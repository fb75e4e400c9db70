// Mailpit: its API under /api/v1, its live events, its views and its numbers.

import type { Peer } from '../peer.js'
import { inPeerScope } from '../peer-scope.js'
import { tell } from './answers.js'
import { metrics } from './metrics.js'
import type { MailpitRoute } from './route.js'
import { about } from './routes/about.js'
import { chaos } from './routes/chaos.js'
import { events } from './routes/events.js'
import { message } from './routes/message.js'
import { messages } from './routes/messages.js'
import { part } from './routes/part.js'
import { search } from './routes/search.js'
import { send, sendBodyLimit, tellJson } from './routes/send.js'
import { tags } from './routes/tags.js'
import { unavailable } from './routes/unavailable.js'
import { view } from './routes/view.js'

const routes: readonly MailpitRoute[] = [
  messages,
  search,
  message,
  part,
  tags,
  about,
  chaos,
  view,
  unavailable,
  events,
]

export const mailpit: Peer = {
  routes: (app, context, others) => {
    const beside = { mailhog: others.has('mailhog') }
    inPeerScope(app, { context, tell }, (scope) => {
      for (const route of routes) route(scope, context, beside)
    })
    inPeerScope(app, { context, tell: tellJson, bodyLimit: sendBodyLimit }, (scope) =>
      send(scope, context, beside),
    )
  },
  metrics,
}
