// The line to one client: lines in, replies out, TLS in between, and an end that loses nothing on the way.

import type { Socket } from 'node:net'
import type { SecureContext, TLSSocket } from 'node:tls'
import { type Line, LineReader } from '../lines/line-reader.js'
import { Output } from './output.js'
import { secure } from './secure.js'

/** RFC 2449 §4 asks for 255 at least; tokens of XOAUTH2 are longer. RFC 4954 §4.3's figure. */
export const longestLine = 12_288

/** How long the client may take to close its side after we did ours. */
const lingerMs = 2_000

export interface ChannelOptions {
  /** without a sign of the client the connection is cut (RFC 1939 §3: nothing is said then) */
  readonly idleTimeoutMs: number
  readonly onIdle: () => void
}

export class Channel {
  readonly #options: ChannelOptions
  #socket: Socket
  #reader: LineReader
  #output: Output
  #isWaiting = false
  #isStopping = false

  constructor(socket: Socket, options: ChannelOptions) {
    this.#options = options
    this.#socket = socket
    this.#reader = new LineReader(socket, longestLine)
    this.#output = new Output(socket)
    this.#watch(socket)
  }

  get output(): Output {
    return this.#output
  }

  /**
   * The next line, `undefined` when there is none any more. Replies are sent when the client has nothing more
   * to say for now, so that those to pipelined commands travel together.
   * @throws ConnectionLost
   */
  async nextLine(): Promise<Line | undefined> {
    if (this.#reader.hasLine()) return this.#reader.next()
    await this.#output.flush()
    if (this.#isStopping) return undefined
    this.#isWaiting = true
    const line = await this.#reader.next()
    this.#isWaiting = false
    return line
  }

  /** Lines that have come already, at most `count`. */
  upcoming(count: number): readonly Line[] {
    return this.#reader.upcoming(count)
  }

  /**
   * Sends what is to be sent, drops what the client said too early, and does the handshake.
   * @throws ConnectionLost
   */
  async startTls(context: SecureContext): Promise<TLSSocket> {
    await this.#output.flush()
    this.#reader.detach()
    this.#socket.setTimeout(0)
    const secured = await secure(this.#socket, context)
    this.#socket = secured
    this.#reader = new LineReader(secured, longestLine)
    this.#output = new Output(secured)
    this.#watch(secured)
    return secured
  }

  /** No line is waited for any more; those that have come are still read. */
  stopWaiting(): void {
    this.#isStopping = true
    if (this.#isWaiting) this.#reader.detach()
  }

  /** Closes our side when everything is sent, and the whole soon after. */
  hangUp(): void {
    const socket = this.#socket
    this.#reader.detach()
    socket.end()
    // What comes now is not read as commands; reading it keeps our last reply from being lost in a reset.
    socket.resume()
    const deadline = setTimeout(() => socket.destroy(), this.#isStopping ? 0 : lingerMs)
    socket.once('close', () => clearTimeout(deadline))
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #watch(socket: Socket): void {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.setTimeout(this.#options.idleTimeoutMs, () => {
      this.#options.onIdle()
      socket.destroy()
    })
  }
}
