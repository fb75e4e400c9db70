// What waits for the writer, and what of it makes the next group.

import type { Request } from '../rpc/messages.js'

/** Octets of chunks in one group: what arrives in large pieces must not hold up what is small. */
const chunkOctetsAtMost = 1024 * 1024

/** Work and octets of whole small messages in one group. */
const smallAtMost = 256
const smallOctetsAtMost = 8 * 1024 * 1024

/**
 * All that is small and one call of session records make a group, and a bounded number of chunks the next: a small message
 * waits for one commit of chunks at most, and never for more than its own octets in its own. Each kind in the order of its
 * arrival.
 */
export class Queue {
  #small: Request[] = []
  #chunks: Request[] = []
  #records: Request[] = []
  #close: Request | undefined
  #isTurnOfChunks = false

  get isEmpty(): boolean {
    return this.#isDone && !this.#close
  }

  get #isDone(): boolean {
    return this.#small.length === 0 && this.#chunks.length === 0 && this.#records.length === 0
  }

  add(request: Request): void {
    if (request.call === 'close') this.#close = request
    else if (request.call === 'chunk') this.#chunks.push(request)
    else if (request.call === 'putSessions') this.#records.push(request)
    else this.#small.push(request)
  }

  /** Takes the call to close out, once everything that waited before it is done. */
  takeClose(): Request | undefined {
    return this.#isDone ? this.#close : undefined
  }

  /** Takes the next group out. */
  take(): readonly Request[] {
    const isChunks = this.#chunks.length > 0 && (this.#isTurnOfChunks || !this.#hasOthers)
    this.#isTurnOfChunks = !isChunks
    return isChunks ? this.#takeChunks() : this.#takeOthers()
  }

  get #hasOthers(): boolean {
    return this.#small.length > 0 || this.#records.length > 0
  }

  #takeChunks(): readonly Request[] {
    return this.#chunks.splice(0, fitting(this.#chunks, smallAtMost, chunkOctetsAtMost))
  }

  #takeOthers(): readonly Request[] {
    const small = fitting(this.#small, smallAtMost, smallOctetsAtMost)
    return [...this.#small.splice(0, small), ...this.#records.splice(0, 1)]
  }
}

/** How many from the front fit; always one, however large. */
function fitting(requests: readonly Request[], countAtMost: number, octetsAtMost: number): number {
  let octets = 0
  let count = 0
  for (const request of requests) {
    octets += octetsOf(request)
    if (count > 0 && (octets > octetsAtMost || count >= countAtMost)) break
    count++
  }
  return count
}

function octetsOf({ args }: Request): number {
  const last = args.at(-1)
  return last instanceof Uint8Array ? last.byteLength : 0
}
