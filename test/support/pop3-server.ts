// A POP3 server over maildrops in memory, on a free port.

import type { Pop3Options, Pop3Server } from '#mailhold/pop3/server.js'
import { startPop3 } from '#mailhold/pop3/server.js'
import type { ServerAddress } from './dialogue-client.js'
import { type MemoryMaildrops, memoryMaildrops } from './memory-maildrops.js'

export interface TestServer extends AsyncDisposable {
  readonly address: ServerAddress
  readonly server: Pop3Server
  readonly maildrops: MemoryMaildrops
  /** what the server logged */
  readonly logged: unknown[]
}

export async function pop3Server(
  messages: readonly (string | Uint8Array)[] = [],
  options: Partial<Pop3Options> = {},
  pieceSize?: number,
): Promise<TestServer> {
  const maildrops = memoryMaildrops(
    messages.map((raw) => (typeof raw === 'string' ? Buffer.from(raw) : raw)),
    pieceSize,
  )
  const logged: unknown[] = []
  const server = await startPop3(maildrops, {
    listeners: [{ host: '127.0.0.1', port: 0, tls: false }],
    hostName: 'mailhold.test',
    deletePolicy: 'remove',
    maxConnections: 100,
    log: (_level, _text, facts) => void logged.push(facts),
    ...options,
  })
  const address = server.addresses[0]
  if (address === undefined) throw new Error('the server listens nowhere')
  return { address, server, maildrops, logged, [Symbol.asyncDispose]: () => server.close(0) }
}
