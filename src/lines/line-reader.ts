// Lines from a socket: bounded, in order, and never read further than the buffers of one read.

import type { Readable } from 'node:stream'

/** Stands for a line with more octets than allowed; its octets are dropped. */
export const tooLong = Symbol('a line that is too long')

/** A line without its line end, read as UTF-8, or that it was too long. */
export type Line = string | typeof tooLong

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Reads lines that end with CRLF; a bare LF, which people send who type by hand, ends one too. What follows the last
 * line end when the stream ends is no line. Reads from the stream only when asked, so a client that is not listened
 * to is held back. Whoever makes a reader calls `detach`.
 */
export class LineReader {
  readonly #source: Readable
  readonly #limit: number
  readonly #lines: Line[] = []
  #taken = 0
  #partial: Uint8Array[] = []
  #partialSize = 0
  #isSkipping = false
  #hasEnded = false
  #wake: (() => void) | undefined

  readonly #onReadable = () => this.#wake?.()
  readonly #onEnd = () => {
    this.#hasEnded = true
    this.#wake?.()
  }

  /** @param limit octets that a line may have, its line end not counted */
  constructor(source: Readable, limit: number) {
    this.#source = source
    this.#limit = limit
    this.#hasEnded = source.destroyed || source.readableEnded
    source.on('readable', this.#onReadable)
    for (const end of ['end', 'close', 'error']) source.on(end, this.#onEnd)
  }

  /** Resolves with the next line, or `undefined` when the stream ended, failed or was destroyed. */
  async next(): Promise<Line | undefined> {
    while (!this.hasLine()) {
      if (!this.#read() && !(await this.#more())) return undefined
    }
    const line = this.#lines[this.#taken++]
    if (this.#taken === this.#lines.length) this.#forgetTaken()
    return line
  }

  /** Whether `next` would resolve at once. */
  hasLine(): boolean {
    return this.#taken < this.#lines.length
  }

  /** The lines that have come already, at most `count`; they stay to be read. */
  upcoming(count: number): readonly Line[] {
    return this.#lines.slice(this.#taken, this.#taken + count)
  }

  /** Stops reading. Everything that came and was not read is dropped, the stream's own buffer included. */
  detach(): void {
    this.#source.off('readable', this.#onReadable)
    for (const end of ['end', 'close', 'error']) this.#source.off(end, this.#onEnd)
    while (this.#source.read() !== null);
    this.#forgetTaken()
    this.#lines.length = 0
    this.#partial = []
    this.#hasEnded = true
    this.#wake?.()
  }

  #forgetTaken(): void {
    this.#lines.length = 0
    this.#taken = 0
  }

  /** Takes what the stream holds; false when it holds nothing. */
  #read(): boolean {
    const chunk: unknown = this.#hasEnded && this.#source.destroyed ? null : this.#source.read()
    if (!(chunk instanceof Uint8Array)) return false
    this.#split(chunk)
    return true
  }

  /** Resolves when the stream may hold more; false at its end. */
  async #more(): Promise<boolean> {
    if (this.#hasEnded) return false
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    this.#wake = undefined
    return true
  }

  #split(chunk: Uint8Array): void {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      this.#add(chunk.subarray(start, end))
      this.#endLine()
      start = end + 1
    }
    if (start < chunk.length) this.#add(chunk.subarray(start))
  }

  #add(octets: Uint8Array): void {
    if (this.#isSkipping || octets.length === 0) return
    this.#partial.push(octets)
    this.#partialSize += octets.length
    // The CR of a line end may be the one octet more.
    if (this.#partialSize > this.#limit + 1) this.#refuse()
  }

  #refuse(): void {
    this.#lines.push(tooLong)
    this.#isSkipping = true
    this.#partial = []
    this.#partialSize = 0
  }

  #endLine(): void {
    if (!this.#isSkipping) this.#lines.push(this.#decode())
    this.#isSkipping = false
    this.#partial = []
    this.#partialSize = 0
  }

  #decode(): Line {
    const [first] = this.#partial
    const octets =
      this.#partial.length === 1 && first
        ? Buffer.from(first.buffer, first.byteOffset, first.length)
        : Buffer.concat(this.#partial)
    const end = octets.at(-1) === carriageReturn ? octets.length - 1 : octets.length
    return end > this.#limit ? tooLong : octets.toString('utf8', 0, end)
  }
}
