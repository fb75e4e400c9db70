// `mailhold export`: messages as one mbox file or as a folder of .eml files, octet for octet.

import { resolve as resolvePath } from 'node:path'
import { choice } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { type Writing, writeFolder, writeMbox } from '../files/write.js'
import { clientOf, narrowingOf, narrowingOptions, serverOptions } from '../server.js'

const options = {
  ...serverOptions,
  ...narrowingOptions,
  format: option({
    group: 'Output',
    kind: choice('mbox', 'eml'),
    default: 'mbox',
    help: 'one mbox file (mboxrd), or a folder with an .eml file for each message',
  }),
}

export const exportMail: Command = {
  usage: 'export [--format mbox] [<file>] | export --format eml <folder>',
  about: `Writes messages, oldest first, to a file or a folder; an mbox without a file name goes to standard output.
A file that exists is not overwritten.`,
  options,
  run: async ({ argv, machine, folder, terminal }) => {
    const { values, positionals } = resolve(options, { argv, machine })
    const [target, extra] = positionals
    if (extra !== undefined) throw new OptionError('export takes one file or folder')
    const job: Writing = { client: clientOf(values), narrowing: narrowingOf(values), terminal }
    if (values.format === 'eml') {
      if (target === undefined) throw new OptionError('export --format eml needs a folder')
      terminal.say(await writeFolder(job, resolvePath(folder, target)))
    } else if (target === undefined || target === '-') await writeOutput(job)
    else terminal.say(await writeMbox(job, resolvePath(folder, target), 'wx'))
    return exitCode.done
  },
}

async function writeOutput({ client, narrowing, terminal }: Writing): Promise<void> {
  for await (const octets of await client.exportMail('mbox', narrowing)) await terminal.write(octets)
}
