// A port that cannot be listened on, as a sentence that names the option to change.

import { flagName } from '../config/option.js'
import { OptionError } from '../config/option-error.js'
import type { Options } from '../config/table.js'

const listening = ['smtp', 'smtps', 'pop3', 'pop3s', 'http'] as const

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs more rights than this user has',
  EADDRNOTAVAIL: 'is on an address that this machine does not have',
  ENOTFOUND: 'is on a host name that leads nowhere',
}

/** The sentence for an error of the system about a port of ours; `undefined` for any other error. */
export function portTrouble(error: unknown, options: Options): OptionError | undefined {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return undefined
  const { code, port } = error
  const reason = typeof code === 'string' && Object.hasOwn(reasons, code) ? reasons[code] : undefined
  const name = listening.find((option) => options[option].some((listener) => listener.port === port))
  if (reason === undefined || name === undefined) return undefined
  const flag = flagName(name)
  return new OptionError(
    `${flag}: port ${port} ${reason}; choose another with ${flag} (0 takes any free one)`,
  )
}
