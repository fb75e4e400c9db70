// A server that runs as a process of its own for all tests of a file, and the command line beside it.

import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Client, createClient } from '#mailhold/client/client.js'
import { run } from './mailhold-process.js'
import { type RunningServer, startServer } from './running-server.js'

export interface Served {
  readonly server: RunningServer
  readonly client: Client
  /** Runs a command that talks to the server. */
  readonly mailhold: (
    args: readonly string[],
    input?: string | Uint8Array,
    folder?: string,
  ) => ReturnType<typeof run>
}

export function served(options: readonly string[] = []): Served {
  let started: RunningServer | undefined
  const server = (): RunningServer => {
    if (!started) throw new Error('the server starts before the tests')
    return started
  }
  const url = (): string => server().ready.http.url
  beforeAll(async () => {
    started = await startServer([...options])
  })
  afterAll(() => started?.stop())
  return {
    get server() {
      return server()
    },
    get client() {
      return createClient({ url: url() })
    },
    mailhold: (args, input = '', folder) =>
      run(args, { env: { MAILHOLD_URL: url() }, input, ...(folder === undefined ? {} : { folder }) }),
  }
}

export const folderOf = (): string => mkdtempSync(join(tmpdir(), 'mailhold-cli-'))
export const sha256 = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

/** A mail into an inbox of its own, so that tests do not see each other's. */
export const freshInbox = (): string => `w${randomUUID().slice(0, 8)}`
export const mailTo = (
  inbox: string,
  rest = 'Subject: Hello\r\n\r\nIt works.\r\n',
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`From: app@example.com\r\nTo: ada@${inbox}.mailhold.test\r\n${rest}`))
