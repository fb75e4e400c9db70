// Text from mails as people may see it: invisible characters shown, long text cut, no line of it able to pass for ours.

/** Of a text from a mail, in UTF-16 units. */
export const shownCharacters = 200

// Controls, format characters, blanks that are not the ordinary one, and what has no glyph; not the mark of coloured emoji.
const invisible =
  /(?!\ufe0f)[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu

const shorthands: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** `a⏎b` as `a\nb`, a no-break space as `<U+00A0>`; at most 200 characters of the text, then `…`. */
export function visible(text: string): string {
  const cut = text.length > shownCharacters
  const shown = cut ? text.slice(0, shownCharacters) : text
  return shown.replace(invisible, nameOf) + (cut ? '…' : '')
}

/** The same of what may have been cut at its beginning; half of a letter that was cut is left out. */
export const piece = (text: string, isCut: boolean): string =>
  isCut ? `…${visible(text.replace(/^[\udc00-\udfff]/, ''))}` : visible(text)

const nameOf = (letter: string): string =>
  shorthands[letter] ?? `<U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** A text in quotes, visible. */
export const quoted = (text: string): string => `"${visible(text)}"`
