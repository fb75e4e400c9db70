// Cuts what a client sends into command lines and bodies; stands in for smtp-server's own parser.

import { setImmediate } from 'node:timers/promises'
import { SMTPStream } from 'smtp-server/lib/smtp-stream.js'
import { HeldLine } from './held-line.js'

/** Takes octets that are not commands: the text after DATA, the chunk after BDAT. */
export interface OctetSink {
  /** Returns how many octets were its own when it has got the last of them; `undefined`: all, and it wants more. */
  take(octets: Buffer): number | undefined
  /** a promise: the next octets have to wait for it */
  settle(): Promise<void> | undefined
  /** All octets are there. The next command waits until this resolves. */
  end(): Promise<void>
}

/** So many pipelined commands are answered before other connections get their turn. */
const commandsPerTurn = 100

/** RFC 8446 §5.1: the type of the first record; no command begins with it. */
const tlsHandshake = 22

/** How long a command line may be, in octets: OAuth tokens come in one of several kilobytes. */
export const longestCommandLine = 16_384

/**
 * A parser that is given octets as they come. It waits for every answer before it reads on, so that replies are in
 * order and nobody can make it remember more than one socket read. A line without its end is never executed.
 */
export class OctetParser extends SMTPStream {
  readonly #held = new HeldLine(longestCommandLine)
  #sink: OctetSink | undefined
  #isFresh = true

  /** Nothing is looked at before that; it must not reject. */
  ready: Promise<void> = Promise.resolve()

  /** Called instead of everything else where the first octet is that of a TLS handshake. */
  onhandshake: () => void = () => {}

  /** Called with a line that is over `longestCommandLine`, which was thrown away. */
  onoverlong: () => void = () => {}

  /** Octets go to `sink` from here on, until it has all. */
  divert(sink: OctetSink): void {
    this.#sink = sink
  }

  override _write(chunk: Buffer, _encoding: string, next: (error?: Error | null) => void): void {
    this.#consume(chunk).then(() => next(), next)
  }

  async #consume(chunk: Buffer): Promise<void> {
    await this.ready
    if (this.#isFresh && chunk[0] === tlsHandshake) this.onhandshake()
    this.#isFresh = false
    let at = 0
    for (let commands = 1; !this.isClosed; commands++) {
      const taken = this.#sink
        ? await this.#feed(this.#sink, chunk.subarray(at))
        : await this.#obey(chunk, at)
      if (taken === undefined) return
      at += taken
      if (commands % commandsPerTurn === 0) await setImmediate()
    }
  }

  /** Returns how many octets the sink took, `undefined` where it wants more than there are. */
  async #feed(sink: OctetSink, octets: Buffer): Promise<number | undefined> {
    const taken = sink.take(octets)
    await sink.settle()
    if (taken === undefined) return undefined
    this.#sink = undefined
    await sink.end()
    return taken
  }

  /** Executes the next line; returns its length in `chunk`, `undefined` where it is not complete. */
  async #obey(chunk: Buffer, at: number): Promise<number | undefined> {
    const end = chunk.indexOf(10, at)
    this.#held.add(chunk.subarray(at, end < 0 ? chunk.length : end))
    if (end < 0) return undefined
    const line = this.#held.finish()
    if (line) await new Promise<void>((resolve) => this.oncommand(line, resolve))
    else this.onoverlong()
    return end + 1 - at
  }
}
