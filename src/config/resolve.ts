// From what users wrote to values: flag before environment before file before default.

import {
  type GivenByName,
  misspeltVariables,
  type OptionFile,
  readEnvironment,
  readFlags,
  readMembers,
} from './given.js'
import { defaultOn, flagName, type Machine, type Option, type OptionTable, type ValuesOf } from './option.js'
import { OptionError } from './option-error.js'
import { readPeers } from './peers/read-peers.js'
import { type Source, sourceRemark } from './source.js'
import { type OptionName, type Options, optionTable } from './table.js'

export interface Inputs {
  readonly argv: readonly string[]
  readonly machine: Machine
  readonly file?: OptionFile
}

export interface Resolved<Table extends OptionTable> {
  readonly values: ValuesOf<Table>
  readonly sources: Readonly<Record<keyof Table & string, Source>>
  readonly positionals: readonly string[]
  /** sentences about what looks like a mistake but need not be one */
  readonly warnings: readonly string[]
  /** sentences about what was understood although it is written otherwise here */
  readonly notes: readonly string[]
}

/** What counts after everything that users wrote, and before the defaults. */
type ReadFallBacks = (written: (name: string) => string | undefined) => {
  readonly given: GivenByName
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
}

const noFallBacks: ReadFallBacks = () => ({ given: new Map(), notes: [], warnings: [] })

/**
 * The values of any table of options.
 * @throws OptionError
 */
export function resolve<Table extends OptionTable>(
  table: Table,
  inputs: Inputs,
  readFallBacks = noFallBacks,
): Resolved<Table> {
  const { argv, machine, file } = inputs
  const { given: flags, positionals } = readFlags(table, argv)
  const written = [flags, readEnvironment(table, machine.env), file ? readMembers(table, file) : new Map()]
  const fallBacks = readFallBacks((name) => firstOf(written, name)?.text)
  const layers = [...written, fallBacks.given]
  const found = Object.entries(table).map(([name, row]) => [name, pick(name, row, layers, machine)] as const)
  return {
    values: Object.fromEntries(found.map(([name, { value }]) => [name, value])) as ValuesOf<Table>,
    sources: Object.fromEntries(
      found.map(([name, { source }]) => [name, source]),
    ) as Resolved<Table>['sources'],
    positionals,
    warnings: [...misspeltVariables(table, machine.env), ...fallBacks.warnings],
    notes: fallBacks.notes,
  }
}

const firstOf = (layers: readonly GivenByName[], name: string) =>
  layers.map((layer) => layer.get(name)).find((one) => one !== undefined)

function pick(name: string, row: Option<unknown>, layers: readonly GivenByName[], machine: Machine) {
  const given = firstOf(layers, name)
  const { text, source } = given ?? { text: defaultOn(row, machine), source: { from: 'default' } as const }
  const parsed = row.kind.parse(text)
  if (parsed) return { value: parsed.value, source }
  throw new OptionError(
    `${flagName(name)} must be ${row.kind.form}, got ${JSON.stringify(text.slice(0, 200))}${sourceRemark(source)}`,
  )
}

export type ResolvedOptions = Resolved<typeof optionTable>

/**
 * The options of the server: `--smtps`, `--pop3s` and `--starttls` imply `--tls auto`. Other servers' variables are fall-backs.
 * @throws OptionError
 */
export function resolveOptions(inputs: Inputs): ResolvedOptions {
  const resolved = resolve(optionTable, inputs, (written) => readPeers(inputs.machine.env, written))
  if (listening.every((name) => resolved.values[name].length === 0)) {
    throw new OptionError(
      `nobody could reach it: ${listening.map(flagName).join(', ')} are all off; leave one on`,
    )
  }
  const asking = asksForTls(resolved.values)
  if (!asking || resolved.values.tls.from !== 'off') return resolved
  if (resolved.sources.tls.from !== 'default') {
    throw new OptionError(
      `${flagName(asking)} needs a certificate, but --tls is off${sourceRemark(resolved.sources.tls)}; say --tls auto`,
    )
  }
  const values: Options = { ...resolved.values, tls: { from: 'auto', names: [] } }
  const sources = { ...resolved.sources, tls: { from: 'implied', name: flagName(asking) } as const }
  return { ...resolved, values, sources }
}

const listening = ['smtp', 'smtps', 'pop3', 'pop3s', 'http'] as const

function asksForTls({ smtps, pop3s, starttls }: Options): OptionName | undefined {
  if (smtps.length > 0) return 'smtps'
  if (pop3s.length > 0) return 'pop3s'
  return starttls ? 'starttls' : undefined
}
