// RFC 3207: goes on with TLS. Off unless asked for, since clients that upgrade by themselves may not trust our certificate.

import type { Command } from '../command.js'
import { offersStarttls } from '../offered.js'
import { reply } from '../reply.js'

export const starttls: Command = {
  verb: 'STARTTLS',
  syntax: 'STARTTLS',
  isOffered: offersStarttls,
  async run(client, { argument }) {
    if (argument !== '') return reply('501 5.5.4', 'STARTTLS takes no argument')
    if (client.isSecure) return reply('503 5.5.1', 'TLS is on already')
    if (!client.options.starttls) {
      const text = 'STARTTLS is off here; start mailhold with --starttls'
      client.problem('starttlsOff', text)
      return reply('502 5.5.1', text)
    }
    client.say(reply('220 2.0.0', 'Ready to start TLS'))
    await client.startTls()
    return undefined
  },
}
