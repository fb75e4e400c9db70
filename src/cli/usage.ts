// The texts of --help.

import { optionHelp } from '../config/help.js'
import { optionTable } from '../config/table.js'
import type { Command } from './command.js'
import { commands } from './registry.js'

/** What `mailhold --help` prints: the commands, then the options of the server. */
export function mainHelp(width: number): string {
  const names = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(names)}  ${summary}`)
  return `mailhold: catches every mail and shows it

Usage: mailhold [command] [options]

Commands
${list.join('\n')}
  mailhold <command> --help tells more

${optionHelp(optionTable, width)}

Every option is also an environment variable (--max-age is MAILHOLD_MAX_AGE) and a member of
mailhold.config.json (maxAge). A flag counts before the environment, the environment before the file.
`
}

export const isHelp = (word: string): boolean => word === '--help' || word === '-h'

/** What `mailhold <command> --help` prints. */
export function commandHelp(command: Command, width: number): string {
  const options = Object.keys(command.options).length > 0 ? `\n${optionHelp(command.options, width)}\n` : ''
  return `Usage: mailhold ${command.usage}\n\n${command.about}\n${options}`
}
