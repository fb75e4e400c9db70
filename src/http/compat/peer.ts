// A server that Mailhold stands in for.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import type { PeerName } from './peer-name.js'

export interface Peer {
  /** Registers its paths beside ours. `others` are the peers that are switched on with it. */
  readonly routes: (app: App, context: Context, others: ReadonlySet<PeerName>) => void
  /** its names in `GET /metrics`, as Prometheus text */
  readonly metrics?: (context: Context) => Promise<string>
}
