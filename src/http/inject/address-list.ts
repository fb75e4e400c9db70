// The bare addresses in an address list (RFC 5322 §3.4), however badly it is written. One pass, so no list takes long.

/** What stands between two separators, as far as it was read. */
interface Entry {
  /** outside of comments and angle brackets */
  words: string
  /** inside of angle brackets */
  route: string | undefined
}

/**
 * `Ada <ada@example.com>, team: bob@example.com;` gives both addresses. Names without an address give nothing, and neither does what
 * holds control characters: written into a command or a log it would begin another line.
 */
export function addressesIn(text: string): string[] {
  const found: string[] = []
  let entry: Entry = { words: '', route: undefined }
  const finish = () => {
    const address = addressOf(entry)
    if (address !== '' && !/\p{Cc}/u.test(address)) found.push(address)
    entry = { words: '', route: undefined }
  }
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    const end = endOf(text, at)
    if (char === '<') entry.route ??= text.slice(at + 1, end).replace(/>$/, '')
    else if (char === ',' || char === ';') finish()
    else if (char === ':') entry = { words: '', route: undefined }
    else if (char !== '(') entry.words += text.slice(at, end)
    at = end
  }
  finish()
  return found
}

/** Where what begins at `at` ends: a quoted string, a comment, a bracketed address, or a run of other characters. */
function endOf(text: string, at: number): number {
  if (text[at] === '"') return endOfQuoted(text, at)
  if (text[at] === '(') return endOfComment(text, at)
  if (text[at] === '<') return endOfBracket(text, at)
  if (/[,;:]/.test(text[at] ?? '')) return at + 1
  const run = /[^"(<,;:]+/y
  run.lastIndex = at
  return run.test(text) ? run.lastIndex : at + 1
}

/** Behind the closing quote; a quote that is never closed goes to the end. */
function endOfQuoted(text: string, at: number): number {
  for (let here = at + 1; here < text.length; here++) {
    if (text[here] === '\\') here++
    else if (text[here] === '"') return here + 1
  }
  return text.length
}

/** Comments nest. */
function endOfComment(text: string, at: number): number {
  let depth = 0
  for (let here = at; here < text.length; here++) {
    if (text[here] === '\\') here++
    else if (text[here] === '(') depth++
    else if (text[here] === ')') depth--
    if (depth === 0) return here + 1
  }
  return text.length
}

/** A local part may be quoted and hold a bracket. */
function endOfBracket(text: string, at: number): number {
  for (let here = at + 1; here < text.length; here++) {
    if (text[here] === '"') here = endOfQuoted(text, here) - 1
    else if (text[here] === '>') return here + 1
  }
  return text.length
}

function addressOf({ words, route }: Entry): string {
  // RFC 5322 §4.4: an obsolete source route stands before the address
  if (route !== undefined) return route.trim().replace(/^@[^:]*:/, '')
  const bare = words.trim()
  if (/^[^\s"]+$/.test(bare) || /^"(?:[^"\\]|\\.)*"@\S+$/.test(bare)) return bare
  return bare.split(/\s+/).find((word) => /^[^"@]+@[^"@]+$/.test(word)) ?? ''
}
