// Puts a command line together from the pieces it arrives in, up to a limit.

const CR = 13

/** A line that grows; what exceeds `limit` octets is thrown away at once. */
export class HeldLine {
  readonly #limit: number
  #octets = Buffer.allocUnsafe(0)
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Copies the next piece. */
  add(piece: Uint8Array): void {
    const length = this.#length + piece.length
    // One octet more for the CR of the line end.
    if (length > this.#limit + 1) {
      this.#length = Number.POSITIVE_INFINITY
      this.#octets = Buffer.allocUnsafe(0)
      return
    }
    if (length > this.#octets.length) this.#grow(length)
    this.#octets.set(piece, this.#length)
    this.#length = length
  }

  /** The line without a CR at its end, or `undefined` where it was too long; the next one begins. */
  finish(): Buffer | undefined {
    const length = this.#length
    this.#length = 0
    if (length === Number.POSITIVE_INFINITY) return undefined
    const end = this.#octets[length - 1] === CR ? length - 1 : length
    return end > this.#limit ? undefined : Buffer.from(this.#octets.subarray(0, end))
  }

  #grow(length: number): void {
    const grown = Buffer.allocUnsafe(Math.max(256, 2 * length))
    this.#octets.copy(grown, 0, 0, this.#length)
    this.#octets = grown
  }
}
