// What a POP3 server sends for given octets of a client, octet for octet.

import { once } from 'node:events'
import net from 'node:net'
import type { ServerAddress } from './dialogue-client.js'

/** Sends the pieces one by one, says that this was all, and resolves with everything the server said. */
export async function octetsFor(
  server: ServerAddress,
  pieces: Iterable<Uint8Array | string>,
): Promise<Buffer> {
  const socket = net.connect({ host: server.host, port: server.port, noDelay: true, allowHalfOpen: true })
  await once(socket, 'connect')
  const answer = gather(socket)
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve))
  socket.end()
  return answer
}

async function gather(socket: net.Socket): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of socket) pieces.push(piece)
  return Buffer.concat(pieces)
}

export interface Response {
  readonly line: string
  /** the lines behind the status line with their dots un-stuffed, as octets */
  readonly body: Buffer | undefined
}

/**
 * Cuts what a server said into responses.
 * @param isMultiLine for each response in order, whether lines follow when it is `+OK`
 */
export function responses(octets: Buffer, isMultiLine: readonly boolean[]): Response[] {
  const text = octets.toString('latin1')
  const result: Response[] = []
  let at = 0
  for (const multi of isMultiLine) {
    const end = text.indexOf('\r\n', at)
    if (end < 0) throw new Error(`no response ${result.length + 1} in ${text.slice(at, at + 200)}`)
    const line = text.slice(at, end)
    at = end + 2
    if (!multi || !line.startsWith('+OK')) {
      result.push({ line, body: undefined })
      continue
    }
    // The end may follow the status line at once.
    const stop = text.indexOf('\r\n.\r\n', at - 2)
    const stuffed = text.slice(at, stop + 2)
    result.push({ line, body: Buffer.from(stuffed.replace(/(^|\r\n)\./g, '$1'), 'latin1') })
    at = stop + 5
  }
  if (at !== text.length) throw new Error(`more was said: ${text.slice(at, at + 200)}`)
  return result
}
