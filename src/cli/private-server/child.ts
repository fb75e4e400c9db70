// Runs a command to its end, without a shell, on the same standard streams.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Signals } from '../signals.js'

export interface ChildCommand {
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
  readonly signals: Signals
}

/** As shells have it: 126 cannot be executed, 127 is not there, 128+n was ended by signal n. */
export type ChildEnd = { readonly code: number } | { readonly code: 126 | 127; readonly trouble: string }

/** Passes signals on while the command runs; never rejects. */
export function runChild({ command, env, folder, signals }: ChildCommand): Promise<ChildEnd> {
  const [name = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(name, args, { env, cwd: folder, stdio: 'inherit', shell: false })
    const stopListening = signals.listen((signal) => child.kill(signal))
    const end = (how: ChildEnd): void => {
      stopListening()
      resolve(how)
    }
    child.once('error', (error) => {
      if (child.pid === undefined) end(notStarted(name, error))
    })
    child.once('exit', (code, signal) => end({ code: code ?? signalCode(signal) }))
  })
}

/** What a shell shows for a process that a signal ended. */
export const signalCode = (signal: NodeJS.Signals | null): number =>
  128 + (signal === null ? 0 : constants.signals[signal])

function notStarted(name: string, error: Error): ChildEnd {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  const why = isMissing ? 'there is no such command' : error.message
  return { code: isMissing ? 127 : 126, trouble: `cannot run ${JSON.stringify(name)}: ${why}` }
}
