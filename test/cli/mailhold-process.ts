// Runs the program as a user does: a process with arguments, an environment of its own and a working folder.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly folder?: string
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly raw: Buffer
  readonly err: string
}

/** Starts `mailhold …`; whoever starts it waits for its end. Variables of the outside named MAILHOLD_* are not passed on. */
export function start(args: readonly string[], { env = {}, folder }: Surroundings = {}): ChildProcess {
  const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('MAILHOLD_'))
  return spawn(process.execPath, [program, ...args], {
    env: { ...Object.fromEntries(outside), ...env },
    ...(folder === undefined ? {} : { cwd: folder }),
  })
}

/** Runs `mailhold …` to its end with `input` on standard input. */
export async function run(
  args: readonly string[],
  surroundings: Surroundings & { readonly input?: string | Uint8Array } = {},
): Promise<Ended> {
  const child = start(args, surroundings)
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (octets: Buffer) => out.push(octets))
  child.stderr?.on('data', (octets: Buffer) => err.push(octets))
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(surroundings.input ?? '')
  const [code] = await once(child, 'close')
  const raw = Buffer.concat(out)
  return { code, raw, out: raw.toString(), err: Buffer.concat(err).toString() }
}
