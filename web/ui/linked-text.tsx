// Text in which the addresses that were found in it can be followed.

import type { ReactNode } from 'react'

interface LinkedTextProps {
  readonly text: string
  /** the addresses, as they stand in the text */
  readonly addresses: ReadonlySet<string>
}

export const LinkedText = ({ text, addresses }: LinkedTextProps): ReactNode =>
  piecesOf(text, addresses).map(({ at, piece, isAddress }) =>
    isAddress ? (
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  )

interface Piece {
  /** where it begins in the text */
  readonly at: number
  readonly piece: string
  readonly isAddress: boolean
}

/** What may stand behind an address without a blank between: punctuation, brackets, quotation marks. */
const tailAtMost = 50

function piecesOf(text: string, addresses: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(/https?:\/\/[^\s<>"]{1,4096}/gi)) {
    const piece = beginningIn(run, addresses)
    if (piece === undefined || index < from) continue
    pieces.push({ at: from, piece: text.slice(from, index), isAddress: false })
    pieces.push({ at: index, piece, isAddress: true })
    from = index + piece.length
  }
  return [...pieces, { at: from, piece: text.slice(from), isAddress: false }]
}

function beginningIn(run: string, addresses: ReadonlySet<string>): string | undefined {
  for (let end = run.length; end > run.length - tailAtMost; end -= 1) {
    const beginning = run.slice(0, end)
    if (addresses.has(beginning)) return beginning
  }
  return undefined
}
