// A server that nobody may reach: it notes who did.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Trap {
  /** `127.0.0.1:40123` */
  readonly host: string
  readonly connections: () => number
  /** paths that were asked for */
  readonly paths: () => readonly string[]
  readonly close: () => Promise<void>
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

export async function openTrap(): Promise<Trap> {
  const paths: string[] = []
  let connections = 0
  const server = createServer(({ url = '' }, answer) => {
    paths.push(url)
    answer.setHeader('content-type', 'image/gif')
    answer.end(pixel)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    connections: () => connections,
    paths: () => paths,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
