// How text is cut into words for searching: case and accents are ignored, as the index ignores them.

// Accents are the combining marks of Latin, Greek and Cyrillic; vowel signs of other scripts are no accents.
const accents = /[\u0300-\u036f]+/gu
const word = /[\p{L}\p{N}\p{Co}]+/gu

/** Lower case, accents removed, NFC. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(accents, '').normalize('NFC').toLowerCase()

/** The words of a text in order, folded; a word is a run of letters and digits. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(word) ?? []

/** Whether there is anything in the text that could be looked for. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(text)

/**
 * Whether the words of `needle` follow each other in `haystack`.
 * @param isPrefix the last of them may be the beginning of a word
 */
export function containsWords(haystack: string, needle: string, isPrefix: boolean): boolean {
  const wanted = wordsOf(needle).join(' ')
  if (wanted === '') return false
  const text = ` ${wordsOf(haystack).join(' ')} `
  return text.includes(isPrefix ? ` ${wanted}` : ` ${wanted} `)
}
