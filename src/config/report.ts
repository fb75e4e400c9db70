// Every option with its value and where it came from, for `mailhold config`.

import { flagName, type Option, type OptionTable } from './option.js'
import type { Resolved } from './resolve.js'
import { describeSource } from './source.js'

export interface OptionReport {
  readonly option: string
  readonly value: string
  readonly source: string
}

/** One entry per option, in the order of the table; `value` is text that the option takes. */
export function optionReport<Table extends OptionTable>(
  table: Table,
  { values, sources }: Pick<Resolved<Table>, 'values' | 'sources'>,
): readonly OptionReport[] {
  return Object.entries<Option<unknown>>(table).map(([name, row]) => ({
    option: flagName(name),
    value: row.kind.print(values[name]),
    source: describeSource(sources[name] ?? { from: 'default' }),
  }))
}
