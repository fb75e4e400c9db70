// `mailhold export`: messages as one mbox file or as a folder of .eml files, octet for octet.

import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve as resolvePath } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from '../../client/client.js'
import { choice } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { progressOn } from '../progress.js'
import { clientOf, narrowingOf, narrowingOptions, serverOptions } from '../server.js'
import type { Terminal } from '../terminal.js'

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
    const job: Job = { client: clientOf(values), narrowing: narrowingOf(values), terminal }
    if (values.format === 'eml') {
      if (target === undefined) throw new OptionError('export --format eml needs a folder')
      await writeFolder(job, resolvePath(folder, target))
    } else if (target === undefined || target === '-') await writeOutput(job)
    else await writeMbox(job, resolvePath(folder, target))
    return exitCode.done
  },
}

const idForm = /^[a-z0-9]{1,40}$/

interface Job {
  readonly client: Client
  readonly narrowing: ReturnType<typeof narrowingOf>
  readonly terminal: Terminal
}

async function writeOutput({ client, narrowing, terminal }: Job): Promise<void> {
  for await (const octets of await client.exportMail('mbox', narrowing)) await terminal.write(octets)
}

async function writeMbox({ client, narrowing, terminal }: Job, path: string): Promise<void> {
  const progress = progressOn(terminal)
  let written = 0
  const counted = async function* (octets: AsyncIterable<Uint8Array>) {
    for await (const piece of octets) {
      written += piece.length
      progress.show(`${written} octets written`)
      yield piece
    }
  }
  const octets = await client.exportMail('mbox', narrowing)
  await pipeline(Readable.from(counted(octets)), createWriteStream(path, { flags: 'wx' }))
  progress.clear()
  terminal.say(`${written} octets written to ${path}`)
}

/** The names of the files are the ids, which are safe as names; what mail says never becomes one. */
async function writeFolder({ client, narrowing, terminal }: Job, path: string): Promise<void> {
  const progress = progressOn(terminal)
  await mkdir(path, { recursive: true })
  let written = 0
  for await (const { id } of client.each({ ...narrowing, order: 'oldest', limit: 500 })) {
    if (!idForm.test(id)) throw new Error(`the server gave the id ${JSON.stringify(id)}, which is none`)
    await writeFile(join(path, `${id}.eml`), await client.raw(id))
    written += 1
    progress.show(`${written} messages written`)
  }
  progress.clear()
  terminal.say(`${written} ${written === 1 ? 'message' : 'messages'} written to ${path}`)
}
