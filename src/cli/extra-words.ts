// Words that belong to no option of a command that takes none.

import { OptionError } from '../config/option-error.js'

/**
 * @param remedy what to do instead, made of the first such word where that helps
 * @throws OptionError where there is one
 */
export function refuseExtraWords(
  [extra]: readonly string[],
  remedy: (word: string) => string = () => 'options begin with --',
): void {
  if (extra === undefined) return
  const word = extra.slice(0, 60)
  throw new OptionError(`${JSON.stringify(word)} is one word too many; ${remedy(word)}`)
}

/** As a shell takes it for one word. */
export const quotedForShell = (word: string): string =>
  /^[\w@%+=:,./*-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
