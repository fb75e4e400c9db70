// Every peer, by name: its paths stand beside ours, and `--compat` switches each on or off.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { ethereal } from './ethereal/peer.js'
import { maildev } from './maildev/peer.js'
import { mailhog } from './mailhog/peer.js'
import { mailpit } from './mailpit/peer.js'
import type { Peer } from './peer.js'
import type { PeerName } from './peer-name.js'

const peers: Readonly<Record<PeerName, Peer>> = {
  mailpit,
  mailhog,
  maildev,
  ethereal,
}

const switchedOn = ({ options }: Context): readonly Peer[] => options.compat.map((name) => peers[name])

export function peerRoutes(app: App, context: Context): void {
  const names = new Set(context.options.compat)
  for (const peer of switchedOn(context)) peer.routes(app, context, names)
}

/** What peers add to `GET /metrics`. */
export async function peerMetrics(context: Context): Promise<string> {
  const texts = await Promise.all(switchedOn(context).map(({ metrics }) => metrics?.(context) ?? ''))
  return texts.join('')
}
