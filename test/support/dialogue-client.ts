// A client on a real socket for protocol tests: sends exactly the octets it is told to and reads line by line.

import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'

export interface ServerAddress {
  readonly host: string
  readonly port: number
  /** whether the port speaks TLS from the first octet */
  readonly tls?: boolean
}

/** How long any one wait may take before the dialogue fails, in milliseconds. */
const patience = 8_000

const insecure = { rejectUnauthorized: false } as const

/** One connection to a server. `close` it in the end; every read has a deadline. */
export class DialogueClient {
  #socket: net.Socket
  #received = ''
  #ended = false
  #wake: () => void = () => {}

  private constructor(socket: net.Socket) {
    this.#socket = socket
    this.#listen()
  }

  static async connect(server: ServerAddress): Promise<DialogueClient> {
    const options = { host: server.host, port: server.port, allowHalfOpen: true }
    const socket = server.tls ? tls.connect({ ...options, ...insecure }) : net.connect(options)
    const client = new DialogueClient(socket)
    await once(socket, server.tls ? 'secureConnect' : 'connect')
    socket.setNoDelay(true)
    return client
  }

  get socket(): net.Socket {
    return this.#socket
  }

  /** Resolves when the octets were handed to the system. */
  send(octets: string | Uint8Array): Promise<void> {
    const bytes = typeof octets === 'string' ? Buffer.from(octets) : octets
    return new Promise((resolve) => this.#socket.write(bytes, () => resolve()))
  }

  /** Sends each octet by itself. */
  async sendSlowly(octets: Uint8Array): Promise<void> {
    for (let at = 0; at < octets.length; at++) await this.send(octets.subarray(at, at + 1))
  }

  /** The next line without its line end, one character per octet, or `undefined` when the server has closed. */
  async line(): Promise<string | undefined> {
    await this.#until(() => this.#received.includes('\n') || this.#ended, 'a line')
    const end = this.#received.indexOf('\n')
    if (end < 0) return undefined
    const line = this.#received.slice(0, end)
    this.#received = this.#received.slice(end + 1)
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }

  /** Sends a line and gives the whole reply: all lines of it for SMTP (`250-…` to `250 …`). */
  async ask(command: string): Promise<string> {
    await this.send(`${command}\r\n`)
    return this.reply()
  }

  /** The next SMTP reply with its lines joined by `\n`; `''` when the server has closed. */
  async reply(): Promise<string> {
    const lines: string[] = []
    for (;;) {
      const line = await this.line()
      if (line === undefined) return lines.join('\n')
      lines.push(line)
      if (!/^\d{3}-/.test(line)) return lines.join('\n')
    }
  }

  /** Everything until the server closes. */
  async rest(): Promise<string> {
    await this.#until(() => this.#ended, 'the end of the connection')
    return this.#received
  }

  /** Says that nothing more will be sent and keeps reading. */
  halfClose(): void {
    this.#socket.end()
  }

  /** Goes away without a word. */
  hangUp(): void {
    this.#socket.resetAndDestroy()
  }

  async upgrade(): Promise<void> {
    this.#socket.removeAllListeners('data')
    const secured = tls.connect({ socket: this.#socket, ...insecure })
    await once(secured, 'secureConnect')
    this.#socket = secured
    this.#received = ''
    this.#listen()
  }

  close(): void {
    this.#socket.destroy()
  }

  #listen(): void {
    const ended = () => {
      this.#ended = true
      this.#wake()
    }
    this.#socket.on('data', (octets: Buffer) => {
      this.#received += octets.toString('latin1')
      this.#wake()
    })
    this.#socket.on('end', ended).on('close', ended).on('error', ended)
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + patience
    while (!holds()) {
      const left = deadline - Date.now()
      if (left <= 0) throw new Error(`no ${what} within ${patience} ms; received: ${this.#received}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}
