// `mailhold import`: puts mail files into a running server; a bad one is named and the rest goes on.

import { resolve as resolvePath } from 'node:path'
import { type Client, NoServer } from '../../client/client.js'
import { text, toggle } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { findMailFiles } from '../files/find.js'
import { type FileMessage, readMail, readMailFile } from '../files/read.js'
import { type Progress, progressOn } from '../progress.js'
import { clientOf, serverOptions } from '../server.js'
import type { Terminal } from '../terminal.js'

const group = 'Mail'
const options = {
  ...serverOptions,
  from: option({ group, kind: text, default: '', help: 'envelope sender; without it the From field' }),
  to: option({
    group,
    kind: text,
    default: '',
    help: 'envelope recipients, with commas between; without it To, Cc and Bcc',
  }),
  crlf: option({
    group,
    kind: toggle,
    default: 'false',
    help: 'end lines with CRLF where a file ends them with LF',
  }),
}

export const importMail: Command = {
  usage: 'import <file|folder|->… [options]',
  about: `Puts .eml files, mbox files, Maildirs and folders of these into a running server, in their order;
- reads one of them from standard input: mailhold export --url http://old:8025 | mailhold import -
A file that cannot be read or is refused is named; the others go in all the same, and the exit code is 1.`,
  options,
  run: async ({ argv, machine, folder, terminal }) => {
    const { values, positionals } = resolve(options, { argv, machine })
    if (positionals.length === 0)
      throw new OptionError('import needs a file or folder: mailhold import mails.mbox')
    const client = clientOf(values)
    const { limits } = await client.status()
    const job: Job = {
      client,
      maxSize: limits.maxMessageSize,
      ...values,
      progress: progressOn(terminal),
      terminal,
    }
    const counts = { imported: 0, failed: 0, passedOver: 0 }
    for (const word of positionals) {
      if (word === '-') await importAll(job, readMail(terminal.input, 'standard input', job.maxSize), counts)
      else await importPath(job, resolvePath(folder, word), counts)
    }
    job.progress.clear()
    terminal.say(summary(counts))
    return counts.failed > 0 ? exitCode.failed : exitCode.done
  },
}

interface Job {
  readonly client: Client
  readonly maxSize: number
  readonly from: string
  readonly to: string
  readonly crlf: boolean
  readonly progress: Progress
  readonly terminal: Terminal
}

interface Counts {
  imported: number
  failed: number
  passedOver: number
}

async function importPath(job: Job, path: string, counts: Counts): Promise<void> {
  const found = await attempt(job, path, counts, () => findMailFiles(path))
  counts.passedOver += found?.passedOver ?? 0
  for (const file of found?.files ?? [])
    await attempt(job, file, counts, () => importAll(job, readMailFile(file, job.maxSize), counts))
}

async function importAll(job: Job, messages: AsyncIterable<FileMessage>, counts: Counts): Promise<void> {
  for await (const message of messages) {
    await attempt(job, message.name, counts, async () => {
      await importMessage(job, message)
      counts.imported += 1
      job.progress.show(`${counts.imported} imported, ${message.name}`)
    })
  }
}

async function importMessage({ client, from, to, crlf, maxSize }: Job, message: FileMessage): Promise<void> {
  if (!message.octets) throw new Error(`${message.size} octets are more than the server takes (${maxSize})`)
  if (message.octets.length === 0) throw new Error('it is empty')
  const sender = from || message.sender
  await client.inject(crlf ? withCrlf(message.octets) : message.octets, {
    ...(sender === '' ? {} : { from: sender }),
    ...(to === '' ? {} : { to: [to] }),
  })
}

/** Runs a step and tells of its failure; only a server that is gone ends everything. */
async function attempt<T>(
  job: Job,
  name: string,
  counts: Counts,
  step: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NoServer) throw error
    counts.failed += 1
    job.progress.clear()
    job.terminal.complain(`mailhold import: ${name}: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

const withCrlf = (octets: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(Buffer.from(octets).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'))

function summary({ imported, failed, passedOver }: Counts): string {
  const others =
    passedOver > 0 ? `, ${passedOver} other ${passedOver === 1 ? 'file' : 'files'} passed over` : ''
  return `${imported} ${imported === 1 ? 'message' : 'messages'} imported, ${failed} failed${others}`
}
