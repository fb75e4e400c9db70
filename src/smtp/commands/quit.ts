// RFC 5321 §4.1.1.10: says goodbye.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

export const quit: Command = {
  verb: 'QUIT',
  syntax: 'QUIT',
  run(client) {
    client.dismiss(reply('221 2.0.0', 'Bye'))
    return undefined
  },
}
