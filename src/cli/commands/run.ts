// `mailhold run`: a command with a server of its own, which is there as long as the command runs.

import { startMailhold } from '../../app/start.js'
import { choice } from '../../config/kinds/words.js'
import { type OptionKind, option, parser } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import type { Command, Invocation } from '../command.js'
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

const presetOption = {
  preset: option({
    group,
    kind: choice('none', 'laravel', 'symfony', 'django', 'rails', 'spring'),
    default: 'none',
    help: 'also set what this framework reads',
  }),
}

const options = {
  ...presetOption,
  set: option({
    group,
    kind: template,
    default: '',
    help: 'also set this one; {smtp.host} {smtp.port} {smtp.url} {pop3.…} {http.…} stand for the addresses; may be repeated',
  }),
}

export const run: Command = {
  usage: 'run [--preset laravel] [--set NAME=text]… [--] <command>…',
  about: `Starts a private server on free ports with its mail in memory, runs the command with MAILHOLD_URL, SMTP_HOST,
SMTP_PORT, SMTP_URL and POP3_URL set, and stops the server when the command ends. Ends as the command ended:
its exit code, 128+n for signal n, 127 where there is no such command.
  mailhold run npm test
  mailhold run --preset laravel -- php artisan test`,
  options,
  run: async (invocation) => {
    const { own, set, command } = readRunWords(invocation.argv)
    const { preset } = resolve(presetOption, { argv: own, machine: invocation.machine }).values
    if (command.length === 0) throw new OptionError('run needs a command: mailhold run -- npm test')
    const templates: Templates = {
      ...always,
      ...(preset === 'none' ? {} : presets[preset]),
      ...Object.fromEntries(set.map(readTemplate)),
    }
    return runWithServer(invocation, command, templates)
  },
}

async function runWithServer(
  { machine, folder, signals, terminal }: Invocation,
  command: readonly string[],
  templates: Templates,
): Promise<number> {
  let early: NodeJS.Signals | undefined
  const stopListening = signals.listen((signal) => {
    early ??= signal
  })
  try {
    await using server = await startMailhold()
    if (early) return signalCode(early)
    const env = { ...machine.env, ...filled(templates, placesOf(addressesOf(server))) }
    const end = await runChild({ command, env, folder, signals })
    if ('trouble' in end) terminal.complain(`mailhold: ${end.trouble}`)
    return end.code
  } finally {
    stopListening()
  }
}

function addressesOf({ url, smtp, pop3 }: Awaited<ReturnType<typeof startMailhold>>): PrivateAddresses {
  if (!smtp || !pop3) throw new Error('a private server listens for SMTP and POP3')
  return { url, smtp, pop3 }
}
