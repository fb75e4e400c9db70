// TLS on a connection that was accepted in the clear: at once for POP3S, after STLS for POP3.

import type { Socket } from 'node:net'
import { type SecureContext, TLSSocket } from 'node:tls'
import { watchHandshake } from '../lines/tls.js'
import { saidNothing, tlsTrouble } from '../lines/tls-trouble.js'
import { HandshakeFailed } from './output.js'

const handshakeMs = 30_000

/**
 * Does the server's side of the handshake. The socket must have no readers; it belongs to the result from now on.
 * @throws HandshakeFailed when the handshake fails or takes too long; then everything is closed
 */
export async function secure(socket: Socket, context: SecureContext): Promise<TLSSocket> {
  const before = socket.bytesRead
  const secured = new TLSSocket(socket, { isServer: true, secureContext: context })
  let cause: Error | undefined
  secured.on('error', (error) => {
    cause ??= error
  })
  const handshakeIsDone = watchHandshake(secured)
  const tooLate = Object.assign(new Error('too late'), { code: 'ERR_TLS_HANDSHAKE_TIMEOUT' })
  const deadline = setTimeout(() => secured.destroy(tooLate), handshakeMs)
  try {
    await new Promise<void>((resolve, reject) => {
      secured.once('secure', resolve)
      secured.once('close', () => {
        const reason = socket.bytesRead === before ? saidNothing : cause
        reject(new HandshakeFailed(tlsTrouble(reason)))
      })
    })
    return secured
  } finally {
    clearTimeout(deadline)
    handshakeIsDone()
  }
}
