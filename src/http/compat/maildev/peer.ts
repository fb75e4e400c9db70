// MailDev: the paths of its version 2, and those of version 3 under /api. Its socket.io protocol is not spoken.

import type { Peer } from '../peer.js'
import { inPeerScope } from '../peer-scope.js'
import { tell } from './answers.js'
import { families } from './family.js'
import type { MaildevRoute } from './route.js'
import { about } from './routes/about.js'
import { email } from './routes/email.js'
import { emails } from './routes/emails.js'
import { octets } from './routes/octets.js'
import { summaries } from './routes/summaries.js'

const routes: readonly MaildevRoute[] = [emails, email, octets, summaries, about]

export const maildev: Peer = {
  routes: (app, context) =>
    inPeerScope(app, { context, tell }, (scope) => {
      for (const family of families) for (const route of routes) route(scope, context, family)
    }),
}
