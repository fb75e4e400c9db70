// Environments of other servers as fall-backs for our options, so that a container wired for one of them need not be changed.

import type { Given, GivenByName } from '../given.js'
import { type Environment, flagName } from '../option.js'
import { OptionError } from '../option-error.js'
import type { OptionName } from '../table.js'
import { maildevVariables } from './maildev.js'
import { mailhogVariables } from './mailhog.js'
import { mailpitVariables } from './mailpit.js'
import { isYes, type PeerVariable, type PeerVariables } from './variable.js'

const peers: readonly { readonly prefix: string; readonly variables: PeerVariables }[] = [
  { prefix: 'MP_', variables: mailpitVariables },
  { prefix: 'MH_', variables: mailhogVariables },
  { prefix: 'MAILDEV_', variables: maildevVariables },
]

export interface PeerEnvironment {
  readonly given: GivenByName
  /** `MP_SMTP_BIND_ADDR understood as --smtp` */
  readonly notes: readonly string[]
  /** sentences about variables that have no counterpart */
  readonly warnings: readonly string[]
}

interface Collected {
  readonly env: Environment
  /** what flags, our own names or a file say already: they count before these, and protect in their way */
  readonly written: (option: OptionName) => string | undefined
  readonly given: Map<string, Given>
  readonly notes: string[]
  readonly warnings: string[]
}

/** @throws OptionError for a variable that asks for a protection which would silently be missing */
export function readPeers(
  env: Environment,
  written: (option: OptionName) => string | undefined,
): PeerEnvironment {
  const collected: Collected = { env, written, given: new Map(), notes: [], warnings: [] }
  for (const { prefix, variables } of peers) {
    const known = Object.entries(variables).filter(([name]) => env[name])
    for (const [name, variable] of known) take(name, variable, collected)
    const unknown = Object.keys(env).filter(
      (name) => name.startsWith(prefix) && !Object.hasOwn(variables, name),
    )
    for (const name of unknown)
      if (env[name]) collected.warnings.push(`${name} is not known here and does nothing`)
  }
  return collected
}

function take(name: string, variable: PeerVariable, collected: Collected): void {
  const { env, warnings } = collected
  const value = env[name] ?? ''
  if (variable.is === 'option') takeOption(name, variable.option, variable.text(value), collected)
  if (variable.is === 'switch' && isYes(value)) takeOption(name, variable.option, variable.text, collected)
  if (variable.is === 'pair') {
    takeOption(name, variable.option, variable.text(value, env[variable.other] ?? ''), collected)
  }
  if (variable.is === 'protection') demand(name, variable, collected)
  if (variable.is === 'unmet') warnings.push(`${name} has no counterpart: ${variable.because}`)
}

function takeOption(name: string, option: OptionName, text: string | undefined, collected: Collected): void {
  const { env, written, given, notes, warnings } = collected
  if (text === undefined) {
    // a socket of the file system is open to few; a port would be open to more
    if (/^unix:/i.test(env[name] ?? '')) {
      throw new OptionError(
        `${name} asks for a Unix socket, which is not listened on here; say ${flagName(option)} [host:]port`,
      )
    }
    warnings.push(`${name}=${(env[name] ?? '').slice(0, 100)} has no counterpart in ${flagName(option)}`)
    return
  }
  const earlier = written(option) ?? given.get(option)?.text
  if (earlier !== undefined && earlier !== text) {
    warnings.push(`${name} is passed over: ${flagName(option)} is given otherwise`)
  }
  if (earlier !== undefined) return
  given.set(option, { text, source: { from: 'environment', name } })
  notes.push(`${name} understood as ${flagName(option)}`)
}

function demand(
  name: string,
  { asks, unless, remedy }: Extract<PeerVariable, { is: 'protection' }>,
  { env, written, given }: Collected,
): void {
  if (!asks(env[name] ?? '')) return
  if (unless && (written(unless) !== undefined || protects(given.get(unless)))) return
  throw new OptionError(`${name} asks for a protection that it does not give here; ${remedy}`)
}

/** Whether another variable of theirs has brought the protection already. */
const protects = (given: Given | undefined): boolean =>
  given !== undefined && !/^(?:accept-any|off)$/.test(given.text)
