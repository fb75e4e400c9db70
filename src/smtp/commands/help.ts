// RFC 5321 §4.1.1.8: how the commands are written.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

/** HELP for the given commands. */
export function help(commands: readonly Command[]): Command {
  return {
    verb: 'HELP',
    syntax: 'HELP',
    run: (client) =>
      reply('214 2.0.0', [
        'mailhold keeps every mail that is sent to it and delivers none. It knows:',
        ...commands.filter(({ isOffered }) => isOffered?.(client) ?? true).map(({ syntax }) => `  ${syntax}`),
        '  HELP',
      ]),
  }
}
