// A program in a process of its own, inside this package, so that it may import it by its name.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  /** standard output and standard error as they came */
  readonly output: string
}

/** Runs statements, which may await, to their end; what does not end is ended after 15 s and has the code null. */
export const run = (program: string): Promise<Ended> =>
  runProgram(process.execPath, ['-e', `(async () => {${program}\n})()`])

export interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** milliseconds */
  readonly limit?: number
}

/** Variables that runners set for their workers are kept from the program. */
const ownRunner = /^(?:VITEST|TEST|NODE_TEST|JEST|MAILHOLD|FORCE_COLOR|NODE_OPTIONS|NODE_ENV|NO_COLOR|CI$)/

export function runProgram(
  command: string,
  words: readonly string[],
  around: Surroundings = {},
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !ownRunner.test(name))
  const env = { ...Object.fromEntries(inherited), CI: '1', ...around.env }
  const { cwd = root, limit = 15_000 } = around
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, timeout: limit, killSignal: 'SIGKILL' })
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
