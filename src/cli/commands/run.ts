// `mailhold run`: a command with a server of its own, which is there as long as the command runs.

import { resolve as resolvePath } from 'node:path'
import { type MailholdOptions, startMailhold } from '../../app/start.js'
import { createClient } from '../../client/in-node.js'
import { readFlags } from '../../config/given.js'
import { choice, fileOrOff } from '../../config/kinds/words.js'
import { environmentName, type Machine, type OptionKind, option, parser } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { optionTable } from '../../config/table.js'
import { type Command, exitCode, type Invocation } from '../command.js'
import { writeFolder, writeMbox } from '../files/write.js'
import { runChild, signalCode } from '../private-server/child.js'
import {
  always,
  filled,
  type PrivateAddresses,
  placesOf,
  presets,
  readTemplate,
  type Templates,
} from '../private-server/variables.js'
import { readRunWords } from '../private-server/words.js'

const group = 'Variables of the command'

const template: OptionKind<string> = {
  flag: 'list',
  placeholder: '<NAME=text>',
  form: 'NAME=text, such as MAIL_PORT={smtp.port}',
  parse: parser((text) => text),
  print: (text) => text,
}

const ownOptions = {
  preset: option({
    group,
    kind: choice('none', 'laravel', 'symfony', 'django', 'rails', 'spring'),
    default: 'none',
    help: 'also set what this framework reads',
  }),
  save: option({
    group: 'Mail of the run',
    kind: fileOrOff,
    default: 'off',
    help: 'write what came here at the end: to one file that ends in .mbox, else to a folder of .eml files',
  }),
}

const setOption = {
  set: option({
    group,
    kind: template,
    default: '',
    help: 'also set this one; {smtp.host} {smtp.port} {smtp.url} {pop3.…} {http.…} stand for the addresses; may be repeated',
  }),
}

// of the environment and of files only what is meant for run is read: the server is private
const { config: _, ...serverOptions } = optionTable
const known = { ...ownOptions, ...serverOptions }

export const run: Command = {
  usage: 'run [--preset laravel] [--set NAME=text]… [--save mails] [options of the server] [--] <command>…',
  about: `Starts a private server on free ports with its mail in memory, runs the command with MAILHOLD_URL, SMTP_HOST,
SMTP_PORT, SMTP_URL and POP3_URL set, and stops the server when the command ends. Ends as the command ended:
its exit code, 128+n for signal n, 127 where there is no such command.
  mailhold run npm test
  mailhold run --preset laravel --save mails -- php artisan test
  mailhold run --starttls --max-message-size 5MB -- npm test
The defaults below are those of mailhold serve; here ports are 0, --data is memory, and --log-level is silent.`,
  options: { ...ownOptions, ...setOption, ...serverOptions },
  ownWords: (argv) => readRunWords(argv, known).own,
  run: async (invocation) => {
    const { own, set, command } = readRunWords(invocation.argv, known)
    const { preset, save } = resolve(known, { argv: own, machine: machineOfRun(invocation) }).values
    if (command.length === 0) throw new OptionError('run needs a command: mailhold run -- npm test')
    const templates: Templates = {
      ...always,
      ...(preset === 'none' ? {} : presets[preset]),
      ...Object.fromEntries(set.map(readTemplate)),
    }
    return runWithServer(invocation, { command, templates, save, options: textsOf(own) })
  },
}

function machineOfRun({ machine }: Invocation): Machine {
  const names = Object.keys(ownOptions).map(environmentName)
  return { ...machine, env: Object.fromEntries(names.map((name) => [name, machine.env[name]])) }
}

/** What was given of the options of the server. */
function textsOf(own: readonly string[]): MailholdOptions {
  const given = [...readFlags(known, own).given].filter(([name]) => Object.hasOwn(serverOptions, name))
  return Object.fromEntries(given.map(([name, { text }]) => [name, text]))
}

interface Job {
  readonly command: readonly string[]
  readonly templates: Templates
  readonly options: MailholdOptions
  /** where the mail goes at the end */
  readonly save: string | undefined
}

async function runWithServer(
  invocation: Invocation,
  { command, templates, options, save }: Job,
): Promise<number> {
  const { machine, folder, signals, terminal } = invocation
  let early: NodeJS.Signals | undefined
  const stopListening = signals.listen((signal) => {
    early ??= signal
  })
  try {
    await using server = await startMailhold(options)
    if (early) return signalCode(early)
    const env = { ...machine.env, ...filled(templates, placesOf(addressesOf(server))) }
    const end = await runChild({ command, env, folder, signals })
    if ('trouble' in end) terminal.complain(`mailhold: ${end.trouble}`)
    const isSaved = save === undefined || (await saveMail(invocation, server.url, resolvePath(folder, save)))
    return end.code === exitCode.done && !isSaved ? exitCode.failed : end.code
  } finally {
    stopListening()
  }
}

/** Standard output is the command's; so what was written is told on standard error. Resolves with whether it could be. */
async function saveMail({ terminal }: Invocation, url: string, path: string): Promise<boolean> {
  const job = { client: createClient({ url }), terminal }
  const writing = /\.mbox$/i.test(path) ? writeMbox(job, path, 'w') : writeFolder(job, path)
  const said = await writing.catch((error: unknown) =>
    error instanceof Error ? error : new Error(`${error}`),
  )
  terminal.complain(`mailhold: ${said instanceof Error ? `the mail was not saved: ${said.message}` : said}`)
  return !(said instanceof Error)
}

function addressesOf({ url, smtp, pop3 }: Awaited<ReturnType<typeof startMailhold>>): PrivateAddresses {
  if (smtp && pop3 && url !== '') return { url, smtp, pop3 }
  throw new OptionError('run tells the command where --smtp, --pop3 and --http are; none of them can be off')
}
