// A kind of check: what is done with a block to see that it is true.

import type { Block } from '../pages.js'
import type { Place } from '../place.js'

export interface Given extends Block {
  /** `exit=1` among the marks is `options.get('exit')` */
  readonly options: ReadonlyMap<string, string>
}

export interface Kind {
  /** what a page's author needs to know, in a line */
  readonly about: string
  /** the options that may stand behind the kind's name */
  readonly options?: readonly string[]
  /** Resolves when the block is true. @throws Error with a sentence that says what is wrong */
  check(block: Given, place: Place): Promise<void> | void
}

/** Fails with what a program printed. */
export function mustEnd(
  what: string,
  wanted: number,
  { code, out, err }: { readonly code: number | null; readonly out: string; readonly err: string },
): void {
  if (code === wanted) return
  throw new Error(`${what} ended with ${code}, not ${wanted}:\n${out.slice(-2000)}${err.slice(-2000)}`)
}
