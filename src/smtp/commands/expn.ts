// RFC 5321 §4.1.1.7: there are no lists.

import type { Command } from '../command.js'
import { reply } from '../reply.js'

export const expn: Command = {
  verb: 'EXPN',
  syntax: 'EXPN <list>',
  run: () => reply('502 5.5.1', 'There are no mailing lists here'),
}
