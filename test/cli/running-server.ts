// A server of its own for a test file: started as a user starts it, on free ports, with its mail in memory.

import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from './mailhold-process.js'

export interface Ready {
  readonly pid: number
  readonly smtp: { readonly host: string; readonly port: number }
  readonly http: { readonly host: string; readonly port: number; readonly url: string }
  readonly listeners: readonly object[]
  readonly pop3?: { readonly host: string; readonly port: number }
}

export interface RunningServer {
  readonly ready: Ready
  readonly process: ChildProcess
  /** Resolves with everything that it printed, once that holds `text`. */
  printed(text: string): Promise<string>
  /** Asks it to stop; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export async function startServer(args: readonly string[] = []): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-server-'))
  const readyFile = join(folder, 'ready.json')
  const written = whenWritten(folder, readyFile)
  const free = ['--smtp', '0', '--http', '0', '--pop3', '0', '--data', 'memory', '--ready-file', readyFile]
  const child = start(['serve', ...free, ...args])
  let output = ''
  const heard = new EventEmitter()
  const hear = (octets: Buffer): void => {
    output += octets
    heard.emit('more')
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = once(child, 'close').then(([code]): number | null => code)
  await Promise.race([
    written,
    ended.then((code) => Promise.reject(new Error(`mailhold ended with ${code}: ${output}`))),
  ])
  const ready: Ready = JSON.parse(readFileSync(readyFile, 'utf8'))
  return {
    ready,
    process: child,
    printed: async (text) => {
      while (!output.includes(text)) await once(heard, 'more')
      return output
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const code = await ended
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

async function whenWritten(folder: string, path: string): Promise<void> {
  const watcher = watch(folder)
  const isWhole = () => existsSync(path) && readFileSync(path, 'utf8').trimEnd().endsWith('}')
  while (!isWhole()) await once(watcher, 'change')
  watcher.close()
}
