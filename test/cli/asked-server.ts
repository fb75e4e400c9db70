// A server with what tests of wait and assert need around it: mail into it, and commands that ask it.

import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '#mailhold/client/client.js'
import { openSender } from '../support/smtp-sender.js'
import { type Ended, run } from './mailhold-process.js'
import { startServer } from './running-server.js'

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

export interface AskedServer {
  readonly client: Client
  /** where the commands work */
  readonly folder: string
  /** Runs `mailhold …` against the server, outside of GitHub Actions unless `env` says otherwise. */
  mailhold(args: readonly string[], given?: Given): Promise<Ended>
  /** Sends a mail over SMTP; resolves when it is kept. */
  deliver(inbox: string, subject: string, body?: string): Promise<void>
  /** Writes a file into `folder`; gives its name. */
  write(text: string): string
  stop(): Promise<unknown>
}

export const freshInbox = (): string => `w${randomUUID().slice(0, 8)}`

export async function startAskedServer(): Promise<AskedServer> {
  const server = await startServer()
  const { url } = server.ready.http
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-asked-'))
  return {
    client: createClient({ url }),
    folder,
    mailhold: (args, { env = {}, input = '' } = {}) =>
      run(args, { env: { GITHUB_ACTIONS: '', MAILHOLD_URL: url, ...env }, folder, input }),
    deliver: async (inbox, subject, body = 'It works.') => {
      const sender = await openSender(server.ready.smtp.port)
      const address = `ada@${inbox}.mailhold.test`
      const mail = `From: app@example.com\r\nTo: ${address}\r\nSubject: ${subject}\r\n\r\n${body}\r\n`
      const reply = await sender.deliver(Buffer.from(mail), { to: [address] })
      sender.close()
      if (reply.code !== 250) throw new Error(`the mail was answered ${reply.text}`)
    },
    write: (text) => {
      const name = `${randomUUID()}.yml`
      writeFileSync(join(folder, name), text)
      return name
    },
    stop: () => server.stop(),
  }
}
