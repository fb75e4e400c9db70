// RFC 4954: says who the client is. The exchange itself is smtp-server's; who may is decided in auth-check.ts.

import type { Command } from '../command.js'
import { offersAuth } from '../offered.js'
import { reply } from '../reply.js'

export const auth: Command = {
  verb: 'AUTH',
  syntax: 'AUTH <method> [<initial response>]',
  isOffered: offersAuth,
  async run(client, { argument, line }) {
    if (!offersAuth(client)) {
      const text = 'AUTH is off here; start mailhold with --smtp-auth accept-any'
      client.problem('authOff', text)
      return reply('502 5.5.1', text)
    }
    if (argument === '') return reply('501 5.5.4', `The method is missing; say ${auth.syntax}`)
    if (client.isAuthenticated) return reply('503 5.5.1', 'You are authenticated already')
    // RFC 4954 §4
    if (client.intake.transaction) return reply('503 5.5.1', 'AUTH cannot be said during a transaction')
    await client.authenticate(line)
    return undefined
  },
}
