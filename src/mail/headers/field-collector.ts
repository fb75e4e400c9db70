// Gathers the lines of one header into fields, within limits.

import { isUtf8 } from 'node:buffer'

/** A field as written; `raw` holds its folding, 8-bit octets read as UTF-8 or else Latin-1. */
export interface RawField {
  readonly name: string
  /** lower case */
  readonly key: string
  readonly raw: string
  readonly octets: 'ascii' | 'utf8' | 'latin1'
  readonly isCut: boolean
}

export interface CollectedFields {
  readonly fields: readonly RawField[]
  /** how many fields were over the limits and not kept */
  readonly leftOut: number
  /** lines that are neither a field nor the continuation of one */
  readonly badLines: readonly string[]
}

export interface FieldLimits {
  readonly fields: number
  readonly octets: number
  readonly fieldOctets: number
}

export interface FieldCollector {
  /** A piece of a line as Latin-1; a line may come in several pieces, `eol` comes with its last. */
  add(piece: string, startsLine: boolean, eol: string): void
  end(): CollectedFields
}

/** Fields that the reading needs are kept beyond the limits, each so often. */
const needed = new Set(
  `content-type content-transfer-encoding content-disposition content-id mime-version from sender to cc bcc reply-to subject date
  message-id list-unsubscribe list-unsubscribe-post otp-token x-mailhold-inbox`.split(/\s+/),
)
const neededTimes = 4
/** the longest field name that is taken for one */
const longestName = 256
const badLinesShown = 20

export function createFieldCollector(limits: FieldLimits): FieldCollector {
  return new FieldsInReading(limits)
}

/** Lives as long as its header is read. */
class FieldsInReading implements FieldCollector {
  readonly #limits: FieldLimits
  readonly #fields: RawField[] = []
  readonly #extra = new Map<string, number>()
  readonly #badLines: string[] = []
  #kept = 0
  #leftOut = 0
  #open: { readonly name: string; readonly key: string } | undefined
  #body = ''
  #isCut = false
  #pendingEol = ''

  constructor(limits: FieldLimits) {
    this.#limits = limits
  }

  add(piece: string, startsLine: boolean, eol: string): void {
    const continues =
      startsLine && /^[ \t]/.test(piece) && (this.#open !== undefined || this.#badLines.length > 0)
    if (continues) this.#append(this.#pendingEol + piece)
    else if (startsLine) this.#begin(piece)
    else if (this.#open) this.#append(piece)
    this.#pendingEol = eol
  }

  end(): CollectedFields {
    this.#close()
    return { fields: this.#fields, leftOut: this.#leftOut, badLines: this.#badLines }
  }

  #append(text: string) {
    const room = this.#limits.fieldOctets - this.#body.length
    if (text.length > room) this.#isCut = true
    this.#body += room >= text.length ? text : text.slice(0, Math.max(0, room))
  }

  #close() {
    if (!this.#open) return
    const isOver =
      this.#fields.length >= this.#limits.fields || this.#kept + this.#body.length > this.#limits.octets
    if (isOver && !this.#isStillNeeded(this.#open.key)) this.#leftOut += 1
    else {
      this.#kept += this.#open.name.length + this.#body.length
      const { name, key } = this.#open
      const { raw, octets } = readable(this.#body)
      this.#fields.push({ name, key, raw, octets, isCut: this.#isCut })
    }
    this.#open = undefined
  }

  #isStillNeeded(key: string): boolean {
    if (!needed.has(key)) return false
    const times = (this.#extra.get(key) ?? 0) + 1
    this.#extra.set(key, times)
    return times <= neededTimes
  }

  #begin(line: string) {
    this.#close()
    this.#body = ''
    this.#isCut = false
    const colon = line.indexOf(':')
    const name = colon > 0 && colon <= longestName ? line.slice(0, colon).trimEnd() : ''
    if (!/^[!-9;-~]+$/.test(name)) {
      if (this.#badLines.length < badLinesShown) this.#badLines.push(line.slice(0, 200))
      return
    }
    this.#open = { name, key: name.toLowerCase() }
    this.#append(line.slice(colon + 1))
  }
}

function readable(latin1: string): Pick<RawField, 'raw' | 'octets'> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII
  if (!/[^\x00-\x7f]/.test(latin1)) return { raw: latin1, octets: 'ascii' }
  const octets = Buffer.from(latin1, 'latin1')
  return isUtf8(octets) ? { raw: octets.toString('utf8'), octets: 'utf8' } : { raw: latin1, octets: 'latin1' }
}

/** RFC 5322 §2.2.3: line ends before white space go, the white space stays. */
export function unfold(raw: string): string {
  const text = raw.includes('\n') ? raw.replace(/\r?\n(?=[ \t])/g, '') : raw
  return text.trim()
}
