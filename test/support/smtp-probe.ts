// Connections of the stock smtp-server that write down which of their private members are called.

import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'
import type { SMTPStream } from 'smtp-server/lib/smtp-stream.js'
import { onTestFinished } from 'vitest'
import { DialogueClient } from './dialogue-client.js'

/** Writes down in which order its private members are called, and else leaves them alone. */
class Probe extends SMTPConnection {
  readonly calls: string[] = []
  /** replaces the handler of a verb */
  readonly handlers = new Map<string, (line: Buffer, done: () => void) => void>()

  override _createParser(): SMTPStream {
    // Fields are not there yet when the constructor of the base class calls this.
    this.calls?.push('_createParser')
    return super._createParser()
  }

  override _onCommand(command: Buffer, done?: () => void): void {
    this.calls.push(`_onCommand ${command}`)
    super._onCommand(command, done)
  }

  override _getHandler(verb: string) {
    return this.handlers.get(verb) ?? super._getHandler(verb)
  }

  override _resetSession(): void {
    this.calls.push(`_resetSession, TLS ${this._socket instanceof TLSSocket}, upgrading ${this._upgrading}`)
    super._resetSession()
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    this.calls.push(`send ${code}`)
    super.send(code, data, context)
  }

  override _onError(error: Error): void {
    this.calls.push('_onError')
    this.emit('failed', error)
  }

  override _onClose(): void {
    super._onClose()
    this.calls.push('_onClose')
    this.emit('gone')
  }
}

class ProbeServer extends SMTPServer {
  readonly probes: Probe[] = []

  override connect(socket: Socket | TLSSocket): void {
    const probe = new Probe(this, socket)
    this.probes.push(probe)
    this.connections.add(probe)
    probe._setListeners(() => {
      probe._ready = true
      probe.send(220, 'hello', false)
    })
  }
}

/** A server on a free port; it ends with the test. */
export async function probed(options: SMTPServerOptions = {}) {
  const server = new ProbeServer({ logger: false, authOptional: true, allowInsecureAuth: true, ...options })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => {
    for (const probe of server.probes) probe._socket.destroy()
    server.server.close()
  })
  const { port } = server.server.address() as AddressInfo
  return { server, at: { host: '127.0.0.1', port } }
}

export const isClosed = (parser: SMTPStream | false) => parser !== false && parser.isClosed

/** The same with one client that has been greeted. */
export async function connected(options?: SMTPServerOptions) {
  const { server, at } = await probed(options)
  const client = await DialogueClient.connect(at)
  onTestFinished(() => client.close())
  await client.reply()
  const [probe] = server.probes
  if (!probe) throw new Error('connect was not called')
  return { server, client, probe, at }
}
