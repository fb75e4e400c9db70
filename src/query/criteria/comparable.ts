// The forms in which text is compared.

/** Unicode's composed form, so that é is é however it was typed. */
export const composed = (text: string): string => text.normalize('NFC')

/** Composed, with every run of white space as one blank and none at the ends. */
export const collapsed = (text: string): string => composed(text).replace(/\s+/g, ' ').trim()

/** Composed, with line ends as LF: a body has CRLF on the wire, and nobody writes that in a test. */
export const unixLines = (text: string): string => composed(text).replace(/\r\n?/g, '\n')
