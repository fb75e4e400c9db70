// `mailhold health`: for container health checks and scripts.

import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { refuseExtraWords } from '../extra-words.js'
import { clientOf, serverOptions } from '../server.js'

export const health: Command = {
  usage: 'health [--url http://localhost:8025]',
  about: `Asks the server whether it really can write and read mail now.
Exit code 0: yes; 1: it answers but cannot; 3: nobody answers.`,
  options: serverOptions,
  run: async ({ argv, machine, terminal }) => {
    const { values, positionals } = resolve(serverOptions, { argv, machine })
    refuseExtraWords(positionals)
    await clientOf(values).ready()
    terminal.say(`ok: ${new URL(values.url).origin}`)
    return exitCode.done
  },
}
