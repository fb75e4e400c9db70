// Programs run to their end, and what was found out, told line by line.

import { spawnSync } from 'node:child_process'

/** Standard output of a program. @throws Error with the end of what it printed when it fails */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    ...options,
  })
  if (error) throw error
  if (status === 0) return stdout
  throw new Error(
    `${command} ${args.join(' ')} ended with ${status}:\n${`${stdout}${stderr}`.trim().slice(-3000)}`,
  )
}

export const isThere = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** What was checked, what was wrong, and what could not be checked. */
export function openReport() {
  const wrong = []
  const unchecked = []
  return {
    check(claim, holds, found = '') {
      console.log(`${holds ? 'ok  ' : 'FAIL'} ${claim}${found === '' ? '' : ` (${found})`}`)
      if (!holds) wrong.push(claim)
    },
    couldNot: (what, why) => unchecked.push(`${what}: ${why}`),
    /** Prints what could not be checked; the exit code. */
    close() {
      for (const line of unchecked) console.log(`not checked: ${line}`)
      console.log(wrong.length === 0 ? 'image check: all well' : `image check: ${wrong.length} wrong`)
      return wrong.length === 0 ? 0 : 1
    },
  }
}
