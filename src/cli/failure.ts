// What a person reads, and a script gets, when a command could not do its work.

import { NoServer, ServerProblem } from '../client/errors.js'
import { OptionError } from '../config/option-error.js'
import { exitCode } from './command.js'
import { OutputClosed, type Terminal } from './terminal.js'

const whereToLook = 'start one with mailhold, or say where it is with --url or MAILHOLD_URL'

/** Says one line on standard error and gives the exit code; something unforeseen is told whole. */
export function explainFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof OutputClosed) return exitCode.done
  if (error instanceof OptionError) return say(terminal, error.message, exitCode.usage)
  if (error instanceof NoServer) return say(terminal, `${error.fact}; ${whereToLook}`, exitCode.noServer)
  if (error instanceof ServerProblem)
    return say(terminal, error.message, error.status === 400 ? exitCode.usage : exitCode.failed)
  if (isMailholdError(error)) return say(terminal, error.message, exitCode.usage)
  if (isSystemError(error)) return say(terminal, error.message, exitCode.failed)
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return say(terminal, story, exitCode.failed)
}

// commands know nothing of the model; the name of its one error class is enough
const isMailholdError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'MailholdError'

/** Of the file system or the network; its message names the path or the port. */
export const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'code' in error

function say(terminal: Terminal, line: string, code: number): number {
  terminal.complain(`mailhold: ${line}`)
  return code
}
