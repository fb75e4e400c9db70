// RFC 5321 §4.1.1.2: begins a transaction.

import type { Command } from '../command.js'
import { reply, tooBig } from '../reply.js'
import { mailParameters, parameterMistake, parameterValue } from '../syntax/parameters.js'
import { parsePathArgument } from '../syntax/path.js'

export const mail: Command = {
  verb: 'MAIL',
  syntax: 'MAIL FROM:<address>',
  async run(client, { argument }) {
    if (client.intake.transaction) return reply('503 5.5.1', 'A transaction is open already; RSET ends it')
    const from = parsePathArgument('FROM', argument)
    if ('mistake' in from) return reply('501 5.5.2', `${from.mistake}; say ${mail.syntax}`)
    const mistake = parameterMistake(mailParameters, from.parameters)
    if (mistake) return mistake
    const size = Number(parameterValue(from.parameters, 'SIZE') ?? 0)
    if (size > client.options.maxMessageSize) return tooBig(client.options.maxMessageSize)
    client.mailroom.checkRoom(size)
    const ending = await client.fault('mail', { sender: from.address })
    if (ending) return client.conclude(ending)
    client.intake.begin(from)
    return reply('250 2.1.0', 'Ok')
  },
}
