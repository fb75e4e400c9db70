// Tests that need a program of the system: run where it is installed, else skipped aloud and counted as skipped.

import { spawnSync } from 'node:child_process'
import { test } from 'vitest'

const found = new Map<string, boolean>()

/** Whether the shell would find that program. */
export function isInstalled(program: string): boolean {
  const known = found.get(program) ?? spawnSync('which', [program]).status === 0
  found.set(program, known)
  return known
}

let tests = 0

/** A test named `<program> delivers` that is skipped with a remark where the program is missing. */
export function programTest(program: string, body: () => Promise<void>): void {
  tests += 1
  const installed = isInstalled(program)
  if (!installed) console.warn(`skipped: ${program} is not installed`)
  test.skipIf(!installed)(`${program} delivers (${tests})`, body)
}
