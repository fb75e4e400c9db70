// Turns the octets of a command line into text.

import { isUtf8 } from 'node:buffer'

/** RFC 6531 §3.3: lines are UTF-8. Where they are not, each octet is a character, so that none is lost. */
export const lineText = (line: Buffer): string => line.toString(isUtf8(line) ? 'utf8' : 'latin1')

/** The first word in upper case. */
export const verbOf = (text: string): string => text.split(' ', 1)[0]?.toUpperCase() ?? ''

/** `text` without blanks and tabs around it; a pattern would need quadratic time for a line of blanks. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\t'
