// What a command is, and what it is given.

import type { Machine, OptionTable } from '../config/option.js'
import type { Signals } from './signals.js'
import type { Terminal } from './terminal.js'

/** How a command ended, for scripts. */
export const exitCode = { done: 0, failed: 1, usage: 2, noServer: 3 } as const

export interface Surroundings {
  readonly machine: Machine
  /** the working directory */
  readonly folder: string
  readonly terminal: Terminal
  /** Resolves when the process is asked to stop; from then on it does not stop by itself. */
  readonly askedToStop: () => Promise<unknown>
  /** for a command that passes them on */
  readonly signals: Signals
}

export interface Invocation extends Surroundings {
  /** what stands behind the name of the command */
  readonly argv: readonly string[]
}

export interface Command {
  /** what stands behind `mailhold`: `import <file|folder>…` */
  readonly usage: string
  /** a paragraph or two for `--help` */
  readonly about: string
  readonly options: OptionTable
  /** The words in which --help and -h are looked for, where not all of them are the command's own. @throws OptionError */
  readonly ownWords?: (argv: readonly string[]) => readonly string[]
  /**
   * Resolves with the exit code.
   * @throws OptionError for what was typed, ServerProblem and NoServer for what the server said
   */
  readonly run: (invocation: Invocation) => Promise<number>
}
