// Patterns in which `*` stands for any characters, also none. There is no other special character.

/**
 * A test for texts that have the form of the glob, from first to last character. It looks at every character of a text
 * about once per `*`-free piece and never goes back, whatever the glob.
 */
export function globToTest(glob: string): (text: string) => boolean {
  const pieces = glob.split(/\*+/)
  if (pieces.length === 1) return (text) => text === glob
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const inner = pieces.slice(1, -1)
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
      return false
    let at = first.length
    for (const piece of inner) {
      const found = text.indexOf(piece, at)
      if (found < 0) return false
      at = found + piece.length
    }
    return at <= text.length - last.length
  }
}
