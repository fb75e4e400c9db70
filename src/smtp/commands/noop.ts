// RFC 5321 §4.1.1.9: does nothing, with any argument.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

export const noop: Command = {
  verb: 'NOOP',
  syntax: 'NOOP',
  run: () => reply('250 2.0.0', 'Ok'),
}
