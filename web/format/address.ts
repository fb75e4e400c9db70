// People in a mail, as a line. What strangers wrote must not turn the line around it, nor hide.

import type { Address } from '../../src/wire/summary.js'

/** The name, or the address where there is none. */
export const personText = ({ name, address }: Address): string => visible(name.trim() || address)

export const peopleText = (people: readonly Address[]): string => people.map(personText).join(', ')

// Unicode's directional and invisible format characters: they can make a name look like another (UTS #39 §5.4)
const invisible = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** The text with characters that nobody can see taken out, so that it is what it looks like. */
export const visible = (text: string): string => text.replace(/\s+/g, ' ').replace(invisible, '')
