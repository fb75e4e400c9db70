// RFC 5321 §4.1.1.1: the greeting without extensions.

import type { Command } from '../command.js'
import { reply } from '../reply.js'
import { nameIsMissing } from './ehlo.js'

export const helo: Command = {
  verb: 'HELO',
  syntax: 'HELO <your name>',
  run(client, { argument }) {
    if (argument === '') return nameIsMissing('HELO')
    client.greet(argument)
    return reply('250', client.options.hostName)
  },
}
