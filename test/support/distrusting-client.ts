// Clients that look at the certificate, do not know who signed it, and go away.

import { once } from 'node:events'
import type { Socket } from 'node:net'
import tls, { type SecureVersion } from 'node:tls'

/** Node's way: TLS 1.3 is given up before the server has finished, 1.2 right after it has. Neither says why. */
export const distrustingVersions: readonly SecureVersion[] = ['TLSv1.2', 'TLSv1.3']

/** Begins a handshake on what is connected already, or on a connection of its own, and resolves when it has given up. */
export async function distrust(
  to: { readonly socket: Socket } | { readonly host: string; readonly port: number },
  maxVersion: SecureVersion,
): Promise<void> {
  const [error] = await once(tls.connect({ ...to, maxVersion }), 'error')
  if (error.code !== 'DEPTH_ZERO_SELF_SIGNED_CERT') throw error
}
