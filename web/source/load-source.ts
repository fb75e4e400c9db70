// Reads the source of a mail in pieces, so that the page stays awake and shows the beginning at once.

import { rawRange } from '../server/octets.js'

/** Octets of a source that are shown. */
export const shownSource = 10 * 1024 * 1024

const firstPiece = 64 * 1024
const laterPiece = 512 * 1024
/** characters put into the view in one turn */
const turn = 128 * 1024

export interface SourceToLoad {
  readonly id: string
  readonly size: number
  readonly signal: AbortSignal
}

/** @param take gets each piece of text and how many octets have come so far */
export async function loadSource(
  { id, size, signal }: SourceToLoad,
  take: (text: string, octets: number) => void,
): Promise<void> {
  const end = Math.min(size, shownSource)
  const decoder = new TextDecoder()
  let piece = firstPiece
  for (let start = 0; start < end; ) {
    const stop = Math.min(end, start + piece)
    const octets = await rawRange(id, start, stop, signal)
    const text = decoder.decode(octets, { stream: stop < end })
    for (let from = 0; from < text.length; from += turn) {
      signal.throwIfAborted()
      take(text.slice(from, from + turn), stop)
      await nextTurn()
    }
    start = stop
    piece = laterPiece
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
