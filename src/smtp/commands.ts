// The list of all commands. A new one is a file in commands/ and a line here.

import type { Command } from './command.js'
import { auth } from './commands/auth.js'
import { bdat } from './commands/bdat.js'
import { data } from './commands/data.js'
import { ehlo } from './commands/ehlo.js'
import { expn } from './commands/expn.js'
import { helo } from './commands/helo.js'
import { help } from './commands/help.js'
import { mail } from './commands/mail.js'
import { noop } from './commands/noop.js'
import { quit } from './commands/quit.js'
import { rcpt } from './commands/rcpt.js'
import { rset } from './commands/rset.js'
import { starttls } from './commands/starttls.js'
import { vrfy } from './commands/vrfy.js'
import { reply } from './reply.js'

const listed: readonly Command[] = [
  ehlo,
  helo,
  mail,
  rcpt,
  data,
  bdat,
  rset,
  noop,
  quit,
  auth,
  starttls,
  vrfy,
  expn,
]

/** Commands by their verb in upper case. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [...listed, help(listed)].map((command) => [command.verb, command]),
)

const unknown: Command = {
  verb: '',
  syntax: '',
  run: () => reply('500 5.5.1', 'Command not known; HELP lists those that are'),
}

/** The command of that verb, or one that says that there is none. */
export const commandOf = (verb: string): Command => commands.get(verb) ?? unknown
