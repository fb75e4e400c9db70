// The command line of `run`: options of ours, then a command with options of its own.

import { flagName, type OptionTable } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'

export interface RunWords {
  /** what stands before the command, without --set */
  readonly own: readonly string[]
  /** the texts of all --set */
  readonly set: readonly string[]
  readonly command: readonly string[]
}

/** The command begins at the first word that is neither an option of the table nor its value, or behind `--`. */
export function readRunWords(argv: readonly string[], table: OptionTable): RunWords {
  const switches = switchesOf(table)
  const own: string[] = []
  const set: string[] = []
  let at = 0
  for (; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--') return { own, set, command: argv.slice(at + 1) }
    if (!word.startsWith('-')) break
    if (word.startsWith('--set=')) set.push(word.slice('--set='.length))
    else if (word.includes('=') || switches.has(word)) own.push(word)
    else {
      at += 1
      const value = valueBehind(word, argv[at])
      if (word === '--set') set.push(value)
      else own.push(word, value)
    }
  }
  return { own, set, command: argv.slice(at) }
}

const switchesOf = (table: OptionTable): ReadonlySet<string> =>
  new Set([
    '--help',
    '-h',
    ...Object.entries(table)
      .filter(([, { kind }]) => kind.flag === 'switch')
      .map(([name]) => flagName(name))
      .flatMap((flag) => [flag, flag.replace('--', '--no-')]),
  ])

function valueBehind(flag: string, word: string | undefined): string {
  if (word !== undefined) return word
  throw new OptionError(`${flag} needs a value, and behind it the command: mailhold run -- npm test`)
}
