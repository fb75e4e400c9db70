// RFC 5321 §4.1.1.6: nothing is verified; whatever is sent will be accepted.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

export const vrfy: Command = {
  verb: 'VRFY',
  syntax: 'VRFY <address>',
  run: (_client, { argument }) =>
    argument === ''
      ? reply('501 5.5.4', `The address is missing; say ${vrfy.syntax}`)
      : reply('252 2.1.5', 'Mail for any address is accepted'),
}
