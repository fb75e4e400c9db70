// Turns the octets of a command line into text.

import { isUtf8 } from 'node:buffer'

/** RFC 6531 §3.3: lines are UTF-8. Where they are not, each octet is a character, so that none is lost. */
export const lineText = (line: Buffer): string => line.toString(isUtf8(line) ? 'utf8' : 'latin1')

/** The first word in upper case. */
export const verbOf = (text: string): string => text.split(' ', 1)[0]?.toUpperCase() ?? ''
