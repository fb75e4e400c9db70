// `mailhold list`: messages, newest first.

import type { Summary } from '../../client/client.js'
import { count } from '../../config/kinds/quantities.js'
import { toggle } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { resolve } from '../../config/resolve.js'
import { columns } from '../columns.js'
import { type Command, exitCode } from '../command.js'
import { quotedForShell, refuseExtraWords } from '../extra-words.js'
import { cut, printableLine } from '../printable.js'
import { clientOf, narrowingOf, narrowingOptions, serverOptions } from '../server.js'

const group = 'Output'
const options = {
  ...serverOptions,
  ...narrowingOptions,
  limit: option({ group, kind: count, default: '20', help: 'at most so many messages' }),
  json: option({ group, kind: toggle, default: 'false', help: 'one JSON object per line' }),
}

export const list: Command = {
  usage: 'list [options]',
  about: 'Lists messages, newest first.',
  options,
  run: async ({ argv, machine, terminal }) => {
    const { values, positionals } = resolve(options, { argv, machine })
    refuseExtraWords(positionals, (word) => `to search: mailhold list -q ${quotedForShell(word)}`)
    const found: Summary[] = []
    for await (const summary of clientOf(values).each({
      ...narrowingOf(values),
      limit: Math.min(values.limit, 500),
    })) {
      found.push(summary)
      if (found.length >= values.limit) break
    }
    await terminal.write(values.json ? found.map(jsonLine).join('') : table(found))
    return exitCode.done
  },
}

const jsonLine = (summary: Summary): string => `${JSON.stringify(summary)}\n`

function table(found: readonly Summary[]): string {
  if (found.length === 0) return 'no messages\n'
  const rows = found.map((summary) => [
    summary.id,
    summary.receivedAt.slice(0, 19).replace('T', ' '),
    cut(printableLine(summary.envelope.from || '<>'), 30),
    cut(printableLine(summary.envelope.to.join(', ')), 40),
    cut(printableLine(summary.subject), 80),
  ])
  return columns([['id', 'received (UTC)', 'from', 'to', 'subject'], ...rows])
}
