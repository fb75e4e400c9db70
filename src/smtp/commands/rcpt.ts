// RFC 5321 §4.1.1.3: names one recipient. All are accepted, in order, as often as they are named.

import type { Command } from '../command.js'
import { reply } from '../reply.js'
import { parameterMistake, recipientParameters } from '../syntax/parameters.js'
import { parsePathArgument } from '../syntax/path.js'

export const rcpt: Command = {
  verb: 'RCPT',
  syntax: 'RCPT TO:<address>',
  async run(client, { argument }) {
    const { transaction } = client.intake
    if (!transaction) return reply('503 5.5.1', 'Say MAIL FROM first')
    if (transaction.stage.is !== 'envelope') return reply('503 5.5.1', 'The message has begun already')
    const to = parsePathArgument('TO', argument)
    if ('mistake' in to) return reply('501 5.5.2', `${to.mistake}; say ${rcpt.syntax}`)
    if (to.address === '') return reply('501 5.1.3', 'A recipient cannot be empty')
    const mistake = parameterMistake(recipientParameters, to.parameters)
    if (mistake) return mistake
    if (transaction.recipients >= client.options.maxRecipients) {
      return reply('452 4.5.3', `Only ${client.options.maxRecipients} recipients are allowed`)
    }
    const ending = await client.fault('rcpt', { sender: transaction.from.address, recipients: [to] })
    if (ending) return client.conclude(ending)
    transaction.addRecipient(to)
    return reply('250 2.1.5', 'Ok')
  },
}
