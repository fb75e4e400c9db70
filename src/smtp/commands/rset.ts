// RFC 5321 §4.1.1.5: ends the transaction; chunks that have come are discarded.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

export const rset: Command = {
  verb: 'RSET',
  syntax: 'RSET',
  run(client) {
    client.intake.end()
    return reply('250 2.0.0', 'Ok')
  },
}
