// Starts the SMTP head for a test on free ports.

import { onTestFinished } from 'vitest'
import type { SmtpOptions } from '#mailhold/smtp/options.js'
import { type SmtpAddress, type SmtpServer, startSmtp } from '#mailhold/smtp/server.js'
import { MemoryMailroom } from './memory-mailroom.js'

export interface Started {
  readonly mailroom: MemoryMailroom
  readonly server: SmtpServer
  readonly at: SmtpAddress
  readonly logged: { level: string; text: string; facts: Readonly<Record<string, unknown>> }[]
}

/** A head with a mailroom of its own; both end with the test. */
export async function smtp(options: Partial<SmtpOptions> = {}): Promise<Started> {
  const mailroom = new MemoryMailroom()
  const logged: Started['logged'] = []
  const server = await startSmtp(mailroom, {
    listeners: [{ host: '127.0.0.1', port: 0, tls: false }],
    hostName: 'mx.test',
    maxMessageSize: 1_000_000,
    maxRecipients: 1000,
    maxConnections: 50,
    auth: { mode: 'accept-any' },
    starttls: false,
    log: (level, text, facts) => logged.push({ level, text, facts }),
    ...options,
  })
  onTestFinished(() => server.close(0))
  const at = server.addresses[0]
  if (!at) throw new Error('it listens nowhere')
  return { mailroom, server, at, logged }
}
