// What goes to the client: small replies travel together, and nobody is written to faster than they read.

import type { Writable } from 'node:stream'

/** The client went away, or the connection was ended, while something was to be said or heard. */
export class ConnectionLost extends Error {
  override readonly name: string = 'ConnectionLost'
}

/** TLS did not come about; the message says why. */
export class HandshakeFailed extends ConnectionLost {
  override readonly name = 'HandshakeFailed'
}

/** Octets that are gathered before they are handed to the socket. */
const batch = 64 * 1024
/** Pieces smaller than this are copied together rather than written one by one. */
const smallPiece = 16 * 1024
/** Octets that the socket may hold before we wait for the client. */
const highWater = 128 * 1024

export class Output {
  readonly #socket: Writable
  #text = ''
  #pieces: Uint8Array[] = []
  #size = 0

  constructor(socket: Writable) {
    this.#socket = socket
  }

  /** Adds a line; its line end is added too. */
  line(text: string): void {
    this.#text += `${text}\r\n`
    this.#size += text.length + 2
  }

  /** Adds octets, which must not be changed afterwards. */
  octets(octets: Uint8Array): void {
    this.#sealText()
    this.#pieces.push(octets)
    this.#size += octets.length
  }

  /** Whether `flush` should be awaited before more is added. */
  get isFull(): boolean {
    return this.#size >= batch
  }

  /**
   * Hands over what was gathered; resolves when there is room for more.
   * @throws ConnectionLost
   */
  async flush(): Promise<void> {
    this.#sealText()
    const pieces = this.#pieces
    if (pieces.length > 0) this.#write(pieces)
    if (this.#socket.destroyed) throw new ConnectionLost('the connection is closed')
    if (this.#socket.writableLength > highWater) await drained(this.#socket)
  }

  #sealText(): void {
    if (this.#text === '') return
    this.#pieces.push(Buffer.from(this.#text))
    this.#text = ''
  }

  #write(pieces: readonly Uint8Array[]): void {
    this.#pieces = []
    this.#size = 0
    this.#socket.cork()
    for (const piece of together(pieces)) this.#socket.write(piece)
    this.#socket.uncork()
  }
}

/** The same octets, neighbouring small pieces copied into one. */
function together(pieces: readonly Uint8Array[]): Uint8Array[] {
  const result: Uint8Array[] = []
  let small: Uint8Array[] = []
  const copySmall = () => {
    if (small.length > 0) result.push(Buffer.concat(small))
    small = []
  }
  for (const piece of pieces) {
    if (piece.length < smallPiece) {
      small.push(piece)
      continue
    }
    copySmall()
    result.push(piece)
  }
  copySmall()
  return result
}

/** Resolves when the socket has handed over everything; rejects when it closes before. */
function drained(socket: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const onDrain = () => {
      socket.off('close', onClose)
      resolve()
    }
    const onClose = () => {
      socket.off('drain', onDrain)
      reject(new ConnectionLost('the client went away'))
    }
    socket.once('drain', onDrain).once('close', onClose)
  })
}
