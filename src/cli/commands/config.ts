// `mailhold config`: every option of the server with its value and where it came from.

import { optionReport } from '../../config/report.js'
import { optionTable } from '../../config/table.js'
import { columns } from '../columns.js'
import { type Command, exitCode } from '../command.js'
import { loadOptions } from '../load-options.js'

export const config: Command = {
  usage: 'config [options of the server]',
  about: 'Prints every option of the server with its value and where it came from, and starts nothing.',
  options: optionTable,
  run: async (invocation) => {
    const resolved = loadOptions(invocation)
    for (const warning of resolved.warnings) invocation.terminal.complain(`mailhold: ${warning}`)
    const rows = optionReport(optionTable, resolved).map(({ option, value, source }) => [
      option,
      value,
      source,
    ])
    await invocation.terminal.write(columns([['option', 'value', 'from'], ...rows]))
    return exitCode.done
  },
}
