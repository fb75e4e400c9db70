// What every decoder of a Content-Transfer-Encoding is.

/** Takes octets in any pieces; what it gives back belongs to the caller. */
export interface TransferDecoder {
  push(octets: Uint8Array): Uint8Array
  /** what was held back; nothing may be pushed afterwards */
  end(): Uint8Array
  /** how many octets made no sense, so far */
  readonly wrong: number
}
