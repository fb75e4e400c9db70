// Texts as Mailpit compares them.

/** Lower case; marks that surround words count as blanks, and several blanks as one. */
export function cleaned(text: string): string {
  return text
    .replace(/[\uFEFF\r\n\t<>",;()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
