// Mailhold as its users start it: a process of its own, found through its ready file.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface SpawnedMailhold {
  readonly process: ChildProcess
  readonly pid: number
  readonly url: string
  readonly smtp: number
  readonly pop3: number
  /** what it wrote on standard error so far */
  readonly said: () => string
  /** Sends the signal and waits for the end; the exit code, or the signal's name. */
  end(signal?: NodeJS.Signals): Promise<number | string>
}

/** Free ports and the given options; `--data memory` unless they name a folder. */
export async function spawnMailhold(options: readonly string[] = []): Promise<SpawnedMailhold> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-spawned-'))
  const readyFile = join(folder, 'ready.json')
  const data = options.includes('--data') ? [] : ['--data', 'memory']
  const ports = ['smtp', 'pop3', 'http'].flatMap((name) =>
    options.includes(`--${name}`) ? [] : [`--${name}`, '127.0.0.1:0'],
  )
  const args = [main, 'serve', ...ports, ...data, '--ready-file', readyFile, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  const ready = await Promise.race([readyFacts(readyFile), ended])
  if (typeof ready !== 'object') throw new Error(`mailhold ended with ${ready}: ${said}`)
  return {
    process: child,
    pid: ready.pid,
    url: ready.http?.url ?? '',
    smtp: ready.smtp?.port ?? 0,
    pop3: ready.pop3?.port ?? 0,
    said: () => said,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null) child.kill(signal)
      const code = await ended
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

interface Ready {
  readonly pid: number
  readonly smtp?: { readonly port: number }
  readonly pop3?: { readonly port: number }
  readonly http?: { readonly url: string }
}

async function readyFacts(file: string): Promise<Ready> {
  const until = Date.now() + 15_000
  while (Date.now() < until) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('mailhold was not ready within 15 s')
}
