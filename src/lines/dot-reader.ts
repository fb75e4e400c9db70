// Reads the text of DATA: takes out the stuffed dots and finds the end (RFC 5321 §4.5.2).

const CR = 13
const LF = 10
const DOT = 46
const crAlone = Uint8Array.of(CR)

/**
 * What came last:
 * - `lineStart` CR LF, or nothing yet
 * - `text` anything else within a line; a bare LF or CR is text
 * - `cr` a CR that may begin a line end
 * - `dot` a dot at the start of a line: stuffed, or the end
 * - `dotCr` such a dot and a CR
 */
type State = 'lineStart' | 'text' | 'cr' | 'dot' | 'dotCr'

/**
 * A reader for one message. Only CR LF is a line end here: a dot after a bare LF or CR is text, so that nobody can
 * smuggle a second message behind an end that other servers do not see.
 */
export class DotReader {
  #state: State = 'lineStart'

  /**
   * Takes the next octets and hands the octets of the message to `take`, in order, as slices of the input.
   * @returns how many octets belong to the message and its end once the end is there; `undefined` before
   */
  read(octets: Uint8Array, take: (slice: Uint8Array) => void): number | undefined {
    const handOut = (from: number, to: number) => {
      if (from < to) take(octets.subarray(from, to))
    }
    let from = 0
    let at = 0
    while (at < octets.length) {
      const octet = octets[at]
      switch (this.#state) {
        case 'text': {
          const cr = octets.indexOf(CR, at)
          at = cr < 0 ? octets.length : cr + 1
          if (cr >= 0) this.#state = 'cr'
          break
        }
        case 'cr':
          this.#state = octet === LF ? 'lineStart' : afterText(octet)
          at++
          break
        case 'lineStart':
          at++
          if (octet !== DOT) {
            this.#state = afterText(octet)
            break
          }
          handOut(from, at - 1)
          from = at
          this.#state = 'dot'
          break
        case 'dot':
          this.#state = octet === CR ? 'dotCr' : 'text'
          at++
          break
        case 'dotCr':
          if (octet === LF) return at + 1
          if (at === 0) take(crAlone)
          this.#state = 'cr'
          break
      }
    }
    handOut(from, this.#state === 'dotCr' ? octets.length - 1 : octets.length)
    return undefined
  }
}

const afterText = (octet: number | undefined): State => (octet === CR ? 'cr' : 'text')
