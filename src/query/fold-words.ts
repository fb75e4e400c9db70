// How text is cut into words for searching: case and accents are ignored, as the index ignores them.

// Accents are the combining marks of Latin, Greek and Cyrillic; vowel signs of other scripts are no accents.
const accents = /[\u0300-\u036f]+/gu
// Scripts that write without blanks: each of their characters is a word, so that any part of a text is found.
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const word = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}\p{Co}])+`, 'gu')

/** Lower case, accents removed, NFC. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(accents, '').normalize('NFC').toLowerCase()

/** The words of a text in order, folded; a word is a run of letters and digits, or one character of an unspaced script. */
const wordsOf = (text: string): readonly string[] => fold(text).match(word) ?? []

/** Whether there is anything in the text that could be looked for. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(text)

/** A text made ready for `containsWords`: its words, each between two blanks. */
export const asWords = (text: string): string => ` ${wordsOf(text).join(' ')} `

/**
 * Whether the words of `needle` follow each other in a text.
 * @param words the text as `asWords` made it
 * @param isPrefix the last of them may be the beginning of a word
 */
export function containsWords(words: string, needle: string, isPrefix: boolean): boolean {
  const wanted = wordsOf(needle).join(' ')
  return wanted !== '' && words.includes(isPrefix ? ` ${wanted}` : ` ${wanted} `)
}
