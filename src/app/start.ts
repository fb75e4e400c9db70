// Mailhold inside a process of yours: free ports and a private temporary store unless you say otherwise.

import { homedir } from 'node:os'
import { resolveOptions } from '../config/resolve.js'
import type { OptionName } from '../config/table.js'
import { type RunningMailhold, run } from './run.js'

export type { RunningMailhold } from './run.js'

/** Every option of the command line by its name in camelCase: `{ smtp: 2525, maxAge: '1d', starttls: true }`. */
export type MailholdOptions = {
  readonly [Name in OptionName]?: string | number | boolean | readonly string[] | undefined
}

const defaults: MailholdOptions = {
  smtp: 0,
  pop3: 0,
  http: 0,
  data: 'memory',
  logLevel: 'silent',
  config: 'off',
}

/**
 * Starts everything and resolves when all of it accepts connections.
 * The environment is not read. Stop it with `stop()` or `await using`.
 * @throws Error with one sentence that names the option and the remedy
 */
export async function startMailhold(options: MailholdOptions = {}): Promise<RunningMailhold> {
  const machine = { platform: process.platform, home: homedir(), env: {} }
  const file = { name: 'startMailhold()', content: { ...defaults, ...options } }
  return run(resolveOptions({ argv: [], machine, file }).values)
}
