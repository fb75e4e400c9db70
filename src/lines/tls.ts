// What every TLS listener of ours has in common.

import type { Socket } from 'node:net'
import type { SecureContextOptions, TLSSocket } from 'node:tls'

/** A certificate and its key, both PEM. */
export interface KeyAndCertificate {
  readonly key: string
  readonly cert: string
}

/** Options for a secure context: TLS 1.2 and up. */
export const secureContextOptions = ({ key, cert }: KeyAndCertificate): SecureContextOptions => ({
  key,
  cert,
  minVersion: 'TLSv1.2',
})

/** What was agreed on a socket after its handshake. */
export interface AgreedTls {
  /** `TLSv1.3` */
  readonly protocol: string
  readonly cipher: string
  /** the name the client asked for, if it did */
  readonly servername?: string
}

/** The facts of a finished handshake. */
export function agreedTls(socket: TLSSocket): AgreedTls {
  // Node sets `servername` on the server's side too; its types know only the client's.
  const servername = 'servername' in socket ? socket.servername : undefined
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher()?.name ?? 'unknown',
    ...(typeof servername === 'string' && servername !== '' ? { servername } : {}),
  }
}

/**
 * Closes a socket whose client closes its side before the handshake is done: many give up that way, and a socket that
 * may be half-open would stay until its time-out. Call the result when the handshake is done.
 */
export function watchHandshake(socket: Socket): () => void {
  const giveUp = () => socket.destroy()
  socket.once('end', giveUp)
  return () => void socket.off('end', giveUp)
}
