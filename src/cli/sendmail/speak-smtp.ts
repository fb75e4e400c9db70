// `-bs`: standard input and output become a connection to the server's SMTP port.

import { once } from 'node:events'
import { connect } from 'node:net'
import type { Client } from '../../client/client.js'
import { NoServer } from '../../client/client.js'
import type { Terminal } from '../terminal.js'

/** Resolves when the server has ended the conversation. @throws NoServer when it takes no SMTP */
export async function speakSmtp(client: Client, terminal: Terminal): Promise<void> {
  const { listeners } = await client.status()
  const smtp = listeners.find(({ protocol }) => protocol === 'smtp')
  if (!smtp) throw new NoServer(client.url, new Error('its SMTP is off'))
  const socket = connect(smtp.port, new URL(client.url).hostname.replace(/^\[|\]$/g, ''))
  try {
    await once(socket, 'connect')
    terminal.input.pipe(socket)
    for await (const octets of socket) await terminal.write(octets)
  } finally {
    terminal.input.unpipe(socket)
    socket.destroy()
  }
}
