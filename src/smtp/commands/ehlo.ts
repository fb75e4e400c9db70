// RFC 5321 §4.1.1.1: the greeting of the client, answered with the extensions that are offered.

import type { Client } from '../client.js'
import type { Command } from '../command.js'
import { authMethods, offersAuth, offersStarttls } from '../offered.js'
import { type Reply, reply } from '../reply.js'

export const ehlo: Command = {
  verb: 'EHLO',
  syntax: 'EHLO <your name>',
  async run(client, { argument }) {
    if (argument === '') return nameIsMissing('EHLO')
    const ending = await client.fault('ehlo')
    if (ending) return client.conclude(ending)
    client.greet(argument)
    return reply('250', [client.options.hostName, ...extensions(client)])
  },
}

/** Any name will do, but there must be one. */
export const nameIsMissing = (verb: string): Reply =>
  reply('501 5.5.4', `Your name is missing; say ${verb} and a name`)

function extensions(client: Client): string[] {
  const { options } = client
  return [
    'PIPELINING', // RFC 2920
    `SIZE ${options.maxMessageSize}`, // RFC 1870
    '8BITMIME', // RFC 6152
    'SMTPUTF8', // RFC 6531
    'CHUNKING', // RFC 3030
    'BINARYMIME', // RFC 3030
    'DSN', // RFC 3461
    'ENHANCEDSTATUSCODES', // RFC 2034
    ...(offersAuth(client) ? [`AUTH ${authMethods(options).join(' ')}`] : []), // RFC 4954
    ...(offersStarttls(client) ? ['STARTTLS'] : []), // RFC 3207
    'HELP',
  ]
}
