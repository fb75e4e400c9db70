// Connections that were opened and never used. Browsers keep one in reserve, clients give one up that they raced
// for; Node counts them among the busy ones, and a stop would wait for a request that never comes.

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Knows the connections that `servers` accept from now on; the function that it returns cuts those without an octet. */
export function unusedConnections(servers: readonly Server[]): () => void {
  const open = new Set<Socket>()
  for (const server of servers) {
    server.on('connection', (socket) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    })
  }
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}
