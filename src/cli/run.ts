// From a command line to the command that it names.

import { version } from '../app/http-facts.js'
import { nearest } from '../config/nearest.js'
import { OptionError } from '../config/option-error.js'
import { type Command, exitCode, type Surroundings } from './command.js'
import { explainFailure } from './failure.js'
import { commands } from './registry.js'
import { commandHelp, isHelp, mainHelp } from './usage.js'

/** Runs what the words behind `mailhold` ask for; resolves with the exit code and never rejects. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  try {
    return await dispatch(words, surroundings)
  } catch (error) {
    return explainFailure(error, terminal)
  }
}

async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  const [first = ''] = words
  const isNamed = first !== '' && !first.startsWith('-')
  if (['--version', '-V', 'version'].includes(first)) return print(surroundings, `${version}\n`)
  if (!isNamed && asksForHelp(words)) return print(surroundings, mainHelp(terminal.width))
  if (first === 'help') return help(words[1], surroundings)
  const command = await named(isNamed ? first : 'serve')
  const argv = isNamed ? words.slice(1) : words
  if (asksForHelp(command.ownWords?.(argv) ?? argv))
    return print(surroundings, commandHelp(command, terminal.width))
  return command.run({ ...surroundings, argv })
}

async function help(name: string | undefined, surroundings: Surroundings): Promise<number> {
  const { width } = surroundings.terminal
  if (name === undefined) return print(surroundings, mainHelp(width))
  return print(surroundings, commandHelp(await named(name), width))
}

async function print({ terminal }: Surroundings, text: string): Promise<number> {
  await terminal.write(text)
  return exitCode.done
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return words.slice(0, end < 0 ? undefined : end).some(isHelp)
}

function named(name: string): Promise<Command> {
  const entry = commands.find((command) => command.name === name)
  if (entry) return entry.load()
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  )
  const suggestion = meant ? `; did you mean ${meant}?` : ''
  throw new OptionError(
    `unknown command ${JSON.stringify(name.slice(0, 60))}${suggestion} (--help shows all)`,
  )
}
