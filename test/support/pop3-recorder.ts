// Stands between a mail program and the server and remembers every octet, for programs that rewrite what they store.

import { once } from 'node:events'
import net from 'node:net'
import { responses } from './pop3-octets.js'

export interface Recorder extends AsyncDisposable {
  readonly port: number
  /** what came back for every RETR, and for every TOP with lines enough for any message, in order, dots un-stuffed */
  retrieved(): readonly Buffer[]
  /** what the program said, in order */
  said(): readonly string[]
}

interface Line {
  readonly client: Buffer[]
  readonly server: Buffer[]
}

export async function recorder(port: number): Promise<Recorder> {
  const lines: Line[] = []
  const sockets = new Set<net.Socket>()
  const proxy = net.createServer({ allowHalfOpen: true }, (client) => {
    const line: Line = { client: [], server: [] }
    lines.push(line)
    const server = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    for (const socket of [client, server]) sockets.add(socket.on('error', () => socket.destroy()))
    client.on('data', (octets: Buffer) => line.client.push(octets)).pipe(server)
    server.on('data', (octets: Buffer) => line.server.push(octets)).pipe(client)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('the recorder has no port')
  return {
    port: address.port,
    said: () => lines.flatMap(commandsOf),
    retrieved: () => lines.flatMap(bodiesOf),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

// fetchmail fetches what it keeps by TOP, because some servers mark what RETR touched.
const isWhole = /^(retr \d+|top \d+ 99999999)$/i

const commandsOf = ({ client }: Line): string[] =>
  Buffer.concat(client).toString('latin1').split('\r\n').slice(0, -1)

/** The responses belong to the greeting and the commands in their order; only RETR, TOP, CAPA and bare lists have lines. */
function bodiesOf(line: Line): Buffer[] {
  const commands = commandsOf(line)
  const isMultiLine = commands.map((command) => /^(retr|top|capa|(uidl|list)$)/i.test(command))
  const answers = responses(Buffer.concat(line.server), [false, ...isMultiLine]).slice(1)
  return answers.flatMap(({ body }, n) => (isWhole.test(commands[n] ?? '') && body ? [body] : []))
}
