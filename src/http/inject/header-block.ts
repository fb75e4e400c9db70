// Finds the header block of a message while its octets still arrive, and reads the fields of it.

/** Beyond this no field is looked for, in octets. */
export const headerLimit = 256 * 1024

const lineFeed = 10
const carriageReturn = 13

/**
 * Whether `octets` hold the whole header block: an empty line, whatever the line ends are.
 * @param from where to begin looking: what was looked at before, less three octets
 */
export function endsHeader(octets: Uint8Array, from: number): boolean {
  for (let at = Math.max(0, from); at < octets.length; at++) {
    if (octets[at] !== lineFeed) continue
    const next = octets[at + 1]
    if (next === lineFeed || (next === carriageReturn && octets[at + 2] === lineFeed)) return true
  }
  return false
}

export interface Field {
  /** lower case */
  readonly name: string
  /** unfolded, not decoded */
  readonly value: string
}

/** The fields of a header block in order; lines that are no fields are passed over. */
export function readFields(octets: Uint8Array): readonly Field[] {
  const text = new TextDecoder('utf-8').decode(octets)
  const end = /(?:^|\n)\r?\n/.exec(text)
  const header = text.slice(0, end?.index)
  return header
    .replace(/\r?\n[ \t]/g, ' ')
    .split('\n')
    .flatMap(readField)
}

function readField(line: string): Field[] {
  const colon = line.indexOf(':')
  const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase()
  // RFC 5322 §3.6.8: printable characters but the colon
  return /^[!-9;-~]+$/.test(name) ? [{ name, value: line.slice(colon + 1).trim() }] : []
}
