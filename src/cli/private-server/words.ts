// The command line of `run`: options of ours, then a command with options of its own.

import { OptionError } from '../../config/option-error.js'

export interface RunWords {
  /** what stands before the command, without --set */
  readonly own: readonly string[]
  /** the texts of all --set */
  readonly set: readonly string[]
  readonly command: readonly string[]
}

/** Every option of `run` takes a value. The command begins at the first other word, or behind `--`. */
export function readRunWords(argv: readonly string[]): RunWords {
  const own: string[] = []
  const set: string[] = []
  let at = 0
  for (; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--') return { own, set, command: argv.slice(at + 1) }
    if (!word.startsWith('-')) break
    if (word.startsWith('--set=')) set.push(word.slice('--set='.length))
    else if (word.includes('=')) own.push(word)
    else {
      at += 1
      const value = valueBehind(word, argv[at])
      if (word === '--set') set.push(value)
      else own.push(word, value)
    }
  }
  return { own, set, command: argv.slice(at) }
}

function valueBehind(flag: string, word: string | undefined): string {
  if (word !== undefined) return word
  throw new OptionError(`${flag} needs a value, and behind it the command: mailhold run -- npm test`)
}
