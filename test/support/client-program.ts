// Programs that fetch mail in real life: run where they are installed, else skipped aloud and counted as skipped.

import { spawn } from 'node:child_process'
import { test } from 'vitest'
import { isInstalled } from './programs.js'

/** A test that needs a program. */
export function clientTest(program: string, does: string, body: () => Promise<void>): void {
  const installed = isInstalled(program)
  if (!installed) console.warn(`skipped: ${program} is not installed, so "${does}" is not tried`)
  // getmail starts a process for each of hundreds of messages, which takes minutes on a busy machine
  test.skipIf(!installed)(`${program} ${does}`, body, 300_000)
}

export interface Ran {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs a program to its end, with an environment of its own, a home in `folder`, and a standard input that stays open and empty. */
export function runIn(folder: string, program: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stdout: Buffer[] = []
  let stderr = ''
  child.stdout.on('data', (octets: Buffer) => stdout.push(octets))
  child.stderr.on('data', (octets: Buffer) => {
    stderr += octets.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr }))
  })
}

/** @throws Error with what the program wrote when it did not succeed */
export async function succeedIn(
  folder: string,
  program: string,
  ...args: readonly string[]
): Promise<Buffer> {
  const { code, stdout, stderr } = await runIn(folder, program, ...args)
  if (code === 0) return stdout
  throw new Error(
    `${program} ${args.join(' ')} ended with ${code}: ${stderr}\n${stdout.toString('latin1').slice(-2_000)}`,
  )
}
