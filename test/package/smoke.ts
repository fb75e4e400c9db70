// One walk through a running server as a user would take it: send, wait, read by every door, stop.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DialogueClient } from '../support/dialogue-client.js'
import { openSender } from '../support/smtp-sender.js'

/** What is started, and how. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What each door answered. */
export interface Seen {
  readonly version: string
  readonly reply: number
  readonly waited: boolean
  readonly raw: string
  readonly pop3: string
  readonly page: { readonly status: number; readonly type: string | null }
  readonly exitCode: number | null
}

interface Ready {
  readonly pid: number
  readonly smtp: { readonly host: string; readonly port: number }
  readonly pop3: { readonly host: string; readonly port: number }
  readonly http: { readonly url: string }
}

export const mail = 'From: app@example.com\r\nTo: ada@example.com\r\nSubject: Smoke\r\n\r\nIt works.\r\n'

/** Starts the program on free ports, walks through it and stops it with SIGTERM. @throws Error with what it printed */
export async function smoke(program: Program): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-smoke-'))
  const { ready, child } = await start(program, folder)
  const ended = once(child, 'exit')
  try {
    const seen = await walk(ready)
    process.kill(ready.pid, 'SIGTERM')
    const [exitCode] = await ended
    return { ...seen, exitCode }
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(program: Program, folder: string): Promise<{ ready: Ready; child: ChildProcess }> {
  const file = join(folder, 'ready.json')
  const free = ['--smtp', '0', '--pop3', '0', '--http', '0', '--data', join(folder, 'data')]
  const child = spawn(program.command, [...program.args, ...free, '--ready-file', file], {
    env: program.env,
    cwd: folder,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (octets) => (printed += octets))
  const watcher = watch(folder)
  try {
    while (!existsSync(file)) {
      const [what] = await Promise.race([once(watcher, 'change'), once(child, 'exit')])
      if (typeof what === 'number') throw new Error(`it ended with ${what}: ${printed}`)
    }
  } finally {
    watcher.close()
  }
  return { ready: JSON.parse(readFileSync(file, 'utf8')), child }
}

async function walk({ smtp, pop3, http }: Ready): Promise<Omit<Seen, 'exitCode'>> {
  const waiting = fetch(`${http.url}/v1/wait?subject=Smoke&timeout=20s`)
  const sender = await openSender(smtp.port)
  const { code } = await sender.deliver(Buffer.from(mail))
  sender.close()
  const status: unknown = await (await fetch(`${http.url}/v1/status`)).json()
  const page = await fetch(`${http.url}/`)
  return {
    version: typeof status === 'object' && status && 'version' in status ? String(status.version) : 'unknown',
    reply: code,
    waited: (await waiting).status === 200,
    raw: await (await fetch(`${http.url}/v1/messages/latest/raw`)).text(),
    pop3: await retrieve(pop3),
    page: { status: page.status, type: page.headers.get('content-type') },
  }
}

/** The first message as POP3 gives it, without the dot behind it. */
async function retrieve(at: { readonly host: string; readonly port: number }): Promise<string> {
  const client = await DialogueClient.connect(at)
  await client.line()
  for (const command of ['USER all', 'PASS any', 'RETR 1']) await client.ask(command)
  const lines: string[] = []
  for (let line = await client.line(); line !== undefined && line !== '.'; line = await client.line()) {
    lines.push(`${line}\r\n`)
  }
  await client.ask('QUIT')
  client.close()
  return lines.join('')
}
