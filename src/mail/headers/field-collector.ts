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
  const fields: RawField[] = []
  const extra = new Map<string, number>()
  const badLines: string[] = []
  let kept = 0
  let leftOut = 0
  let open: { name: string; key: string } | undefined
  let body = ''
  let isCut = false
  let pendingEol = ''

  function append(text: string) {
    const room = limits.fieldOctets - body.length
    if (text.length > room) isCut = true
    body += room >= text.length ? text : text.slice(0, Math.max(0, room))
  }

  function close() {
    if (!open) return
    const isOver = fields.length >= limits.fields || kept + body.length > limits.octets
    if (isOver && !isStillNeeded(open.key)) leftOut += 1
    else {
      kept += open.name.length + body.length
      fields.push({ ...open, ...readable(body), isCut })
    }
    open = undefined
  }

  function isStillNeeded(key: string): boolean {
    if (!needed.has(key)) return false
    const times = (extra.get(key) ?? 0) + 1
    extra.set(key, times)
    return times <= neededTimes
  }

  function begin(line: string) {
    close()
    body = ''
    isCut = false
    const colon = line.indexOf(':')
    const name = colon > 0 && colon <= longestName ? line.slice(0, colon).trimEnd() : ''
    if (!/^[!-9;-~]+$/.test(name)) {
      if (badLines.length < badLinesShown) badLines.push(line.slice(0, 200))
      return
    }
    open = { name, key: name.toLowerCase() }
    append(line.slice(colon + 1))
  }

  return {
    add(piece, startsLine, eol) {
      if (startsLine && /^[ \t]/.test(piece) && (open || badLines.length > 0)) append(pendingEol + piece)
      else if (startsLine) begin(piece)
      else if (open) append(piece)
      pendingEol = eol
    },
    end() {
      close()
      return { fields, leftOut, badLines }
    },
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
