// mboxrd: a `From ` line before each message, `>` before lines that look like one, and exactly one line feed after each message.
// To undo it exactly: cut at `From ` lines, drop that one line feed, and take one `>` from every line of the form `>+From `.

const lineFeed = 10
const quote = 62
const word = Buffer.from('From ')
const oneQuote = Buffer.from('>')
const nothing = Buffer.alloc(0)

/** Goes behind every message. A message that ends its last line is so followed by the empty line that readers expect. */
export const afterMessage = Buffer.from('\n')

/**
 * The line before a message.
 * @param sender the envelope's; only its printable characters are kept
 * @param at milliseconds since 1970
 */
export function fromLine(sender: string, at: number): Uint8Array {
  const name = sender.replace(/[^!-~]/g, '').slice(0, 300) || 'MAILER-DAEMON'
  // `Sun, 22 Nov 2026 21:52:12 GMT` becomes asctime's `Sun Nov 22 21:52:12 2026`
  const [day, date = '', month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ')
  return Buffer.from(`From ${name} ${day} ${month} ${date.replace(/^0/, ' ')} ${time} ${year}\n`)
}

/** Puts `>` before each line that begins with `From ` behind any number of `>`. Lines end at line feeds only. */
export async function* quoteFromLines(octets: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let carried: Carried = { held: nothing, isLineStart: true }
  for await (const piece of octets) {
    const quoted = quotePiece(piece, carried)
    carried = quoted.carried
    if (quoted.octets.length > 0) yield quoted.octets
  }
  if (carried.held.length > 0) yield carried.held
}

/** What one piece leaves for the next. */
interface Carried {
  /** the beginning of a `From ` that the piece cut off, not sent yet */
  readonly held: Uint8Array
  /** whether what comes next stands at the start of a line, but for `>` */
  readonly isLineStart: boolean
}

interface Quoted {
  readonly octets: Uint8Array
  readonly carried: Carried
}

function quotePiece(piece: Uint8Array, { held, isLineStart }: Carried): Quoted {
  const all =
    held.length > 0 ? Buffer.concat([held, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
  const out: Uint8Array[] = []
  let sent = 0
  let at = isLineStart ? 0 : nextLine(all, 0)
  while (at < all.length) {
    at = behindQuotes(all, at)
    if (at === all.length)
      return {
        octets: Buffer.concat([...out, all.subarray(sent)]),
        carried: { held: nothing, isLineStart: true },
      }
    const found = matchWord(all, at)
    if (found === 'cut off') {
      return {
        octets: Buffer.concat([...out, all.subarray(sent, at)]),
        carried: { held: all.subarray(at), isLineStart: true },
      }
    }
    if (found === 'whole') {
      out.push(all.subarray(sent, at), oneQuote)
      sent = at
    }
    at = nextLine(all, at)
  }
  const endsLine = all.length > 0 ? all[all.length - 1] === lineFeed : isLineStart
  return {
    octets: Buffer.concat([...out, all.subarray(sent)]),
    carried: { held: nothing, isLineStart: endsLine },
  }
}

/** The start of the next line, or the end. */
function nextLine(octets: Buffer, from: number): number {
  const end = octets.indexOf(lineFeed, from)
  return end < 0 ? octets.length : end + 1
}

function behindQuotes(octets: Buffer, from: number): number {
  let at = from
  while (octets[at] === quote) at += 1
  return at
}

function matchWord(octets: Buffer, at: number): 'whole' | 'cut off' | 'no' {
  const here = octets.subarray(at, at + word.length)
  if (!here.equals(word.subarray(0, here.length))) return 'no'
  return here.length === word.length ? 'whole' : 'cut off'
}
