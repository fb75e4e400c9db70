// People in a mail, as a line. What strangers wrote must not turn the line around it, nor hide.

import type { Address } from '../../src/wire/summary.js'

/** The name, or the address where there is none. */
export const personText = ({ name, address }: Address): string => visible(name.trim() || address)

export const peopleText = (people: readonly Address[]): string => people.map(personText).join(', ')

// Unicode's directional and invisible format characters: they can make a name look like another (UTS #39 §5.4)
const invisible = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** The text with characters that nobody can see taken out, so that it is what it looks like. */
export const visible = (text: string): string => text.replace(/\s+/g, ' ').replace(invisible, '')

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly name: string }

/** Invisible characters that are named one by one; further ones are left out. */
const namedCharacters = 20

/** A text cut where characters stand that nobody can see, each with its name: `U+202E`. White space is white space. */
export function splitInvisible(text: string): readonly Piece[] {
  const plain = text.replace(/\s+/g, ' ')
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: character } of plain.matchAll(invisible)) {
    if (index > from) pieces.push({ kind: 'text', text: plain.slice(from, index) })
    from = index + character.length
    if (pieces.length < 2 * namedCharacters) pieces.push({ kind: 'hidden', name: codePointName(character) })
  }
  if (from < plain.length) pieces.push({ kind: 'text', text: plain.slice(from) })
  return pieces
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
