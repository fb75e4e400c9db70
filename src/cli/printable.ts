// Text from mail as a terminal may show it.

// A terminal obeys control characters, and the bidirectional ones turn text around; a mail could use either to deceive.
const unsafe = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** One line: every control character and line end becomes one blank or a replacement character. */
export const printableLine = (text: string): string =>
  text.replace(/[\r\n\t]+/g, ' ').replace(unsafe, '\ufffd')

/** Several lines: line ends become `\n`, tabs stay. */
export const printableText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(unsafe, (found) => (found === '\n' || found === '\t' ? found : '\ufffd'))

/** At most `length` characters, with an ellipsis where something was cut. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`
