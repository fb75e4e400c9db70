// RFC 5321 §4.1.1.1: the greeting without extensions.

import type { Command } from '../command.js'
import { reply } from '../reply.js'
import { nameIsMissing } from './ehlo.js'

export const helo: Command = {
  verb: 'HELO',
  syntax: 'HELO <your name>',
  async run(client, { argument }) {
    if (argument === '') return nameIsMissing('HELO')
    const ending = await client.fault('ehlo')
    if (ending) return client.conclude(ending)
    client.greet(argument)
    return reply('250', client.options.hostName)
  },
}
