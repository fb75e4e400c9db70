// `mailhold show`: one message, read by a person or exactly as it came.

import type { Client, Message } from '../../client/client.js'
import { choice } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { printableLine, printableText } from '../printable.js'
import { clientOf, narrowingOf, narrowingOptions, serverOptions } from '../server.js'

const options = {
  ...serverOptions,
  ...narrowingOptions,
  as: option({
    group: 'Output',
    kind: choice('page', 'raw', 'headers', 'text', 'html', 'json'),
    default: 'page',
    help: 'what to print: a readable page, the exact octets, or a part of it',
  }),
}

export const show: Command = {
  usage: 'show [<id>|latest] [options]',
  about: 'Shows one message; without an id the newest one that --inbox and -q leave.',
  options,
  run: async ({ argv, machine, terminal }) => {
    const { values, positionals } = resolve(options, { argv, machine })
    const [id = 'latest', extra] = positionals
    if (extra !== undefined) throw new OptionError('show takes one id')
    await terminal.write(await print(clientOf(values), values.as, { id, within: narrowingOf(values) }))
    return exitCode.done
  },
}

interface Wanted {
  readonly id: string
  readonly within: ReturnType<typeof narrowingOf>
}

async function print(
  client: Client,
  as: 'page' | 'raw' | 'headers' | 'text' | 'html' | 'json',
  { id, within }: Wanted,
): Promise<string | Uint8Array> {
  if (as === 'raw') return client.raw(id, within)
  if (as === 'text') return printableText(await client.text(id, within))
  if (as === 'html') return printableText(await client.html(id, within))
  const message = await client.get(id, within)
  if (as === 'json') return `${JSON.stringify(message, undefined, 2)}\n`
  return as === 'headers' ? headerLines(message) : page(message)
}

const headerLines = ({ headers }: Message): string =>
  headers.map(({ name, value }) => `${printableLine(name)}: ${printableLine(value)}\n`).join('')

function page(message: Message): string {
  const { id, envelope, receivedAt, size, sha256, text } = message
  const facts = [
    ['message', `${id}, received ${receivedAt}, ${size} octets, SHA-256 ${sha256}`],
    [
      'envelope',
      `<${printableLine(envelope.from)}> to ${envelope.to.map((to) => `<${printableLine(to)}>`).join(' ')}`,
    ],
    ['inboxes', message.inboxes.join(' ')],
  ]
  const head = facts.map(([name, value]) => `[${name}] ${value}\n`).join('')
  return `${head}\n${headerLines(message)}\n${printableText(text).trimEnd()}\n`
}
