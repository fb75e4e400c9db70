// Remembers what was said on a connection, within bounds: the beginning and the newest part stay.

/** One line of a transcript. */
export interface SpokenLine {
  /** milliseconds since 1970 */
  readonly at: number
  readonly who: 'client' | 'server' | 'note'
  readonly text: string
}

export interface TranscriptLimits {
  /** lines in the beginning and in the newest part, each */
  readonly lines: number
  /** UTF-16 units in the beginning and in the newest part, each */
  readonly characters: number
  /** UTF-16 units of one line */
  readonly lineLength: number
}

const usualLimits: TranscriptLimits = { lines: 250, characters: 32_768, lineLength: 1_000 }

/** The transcript of one connection. Texts come without line ends; credentials must be blanked before. */
export class Transcript {
  readonly #limits: TranscriptLimits
  readonly #clock: () => number
  readonly #beginning: SpokenLine[] = []
  readonly #newest: SpokenLine[] = []
  #beginningRoom: number
  #newestRoom: number
  #isTruncated = false

  constructor(limits: TranscriptLimits = usualLimits, clock: () => number = Date.now) {
    this.#limits = limits
    this.#clock = clock
    this.#beginningRoom = limits.characters
    this.#newestRoom = limits.characters
  }

  client(text: string): void {
    this.#add('client', text)
  }

  server(text: string): void {
    this.#add('server', text)
  }

  /** Something that happened, such as `TLSv1.3 established`. */
  note(text: string): void {
    this.#add('note', text)
  }

  get lines(): readonly SpokenLine[] {
    return [...this.#beginning, ...this.#newest]
  }

  /** Whether lines are missing between the beginning and the newest. */
  get isTruncated(): boolean {
    return this.#isTruncated
  }

  #add(who: SpokenLine['who'], text: string): void {
    const line = { at: this.#clock(), who, text: cut(text, this.#limits.lineLength) }
    const length = line.text.length
    const isBeginning = this.#newest.length === 0 && this.#beginning.length < this.#limits.lines
    if (isBeginning && length <= this.#beginningRoom) {
      this.#beginning.push(line)
      this.#beginningRoom -= length
      return
    }
    this.#newest.push(line)
    this.#newestRoom -= length
    while (this.#newest.length > this.#limits.lines || this.#newestRoom < 0) {
      this.#newestRoom += this.#newest.shift()?.text.length ?? 0
      this.#isTruncated = true
    }
  }
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length)}… (${counted.format(text.length - length)} more)`
}

const counted = new Intl.NumberFormat('en')

/** How octets that are left out are told of: `<12,345 octets>`. */
export const elided = (octets: number): string => `<${counted.format(octets)} octets>`
