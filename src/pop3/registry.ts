// Every command, by name; what CAPA says follows from this list.

import type { Command } from './command.js'
import { apop } from './commands/apop.js'
import { auth } from './commands/auth.js'
import { capa } from './commands/capa.js'
import { dele } from './commands/dele.js'
import { list } from './commands/list.js'
import { noop } from './commands/noop.js'
import { pass } from './commands/pass.js'
import { quit } from './commands/quit.js'
import { retr } from './commands/retr.js'
import { rset } from './commands/rset.js'
import { stat } from './commands/stat.js'
import { stls } from './commands/stls.js'
import { top } from './commands/top.js'
import { uidl } from './commands/uidl.js'
import { user } from './commands/user.js'
import { utf8 } from './commands/utf8.js'

const commands = [user, pass, apop, auth, stls, utf8, stat, list, retr, dele, noop, rset, top, uidl, quit]

const byVerb: ReadonlyMap<string, Command> = new Map(
  [...commands, capa(commands)].map((command) => [command.verb, command]),
)

/** RFC 1939 §3: keywords are case-insensitive. */
export const findCommand = (verb: string): Command | undefined => byVerb.get(verb.toUpperCase())
