// What the full-text index takes for a word, said once for the texts that go in and the words that are looked for.

/** Scripts that write without blanks; each of their characters is a word of its own, so that any part of a text is found. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const everyUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** `text` as it is indexed: unspaced scripts character by character, NUL replaced because it would end the text. */
export function spaced(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', ' ') : text
  return unspaced.test(clean) ? clean.replace(everyUnspaced, ' $& ') : clean
}

/** Whether there is anything in `text` that the index knows: letters, digits, private use. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(text)
