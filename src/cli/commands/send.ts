// `mailhold send`: stands in for sendmail, so that `sendmail_path` can point at it. Exit codes are those of sysexits.h.

import { type Client, NoServer, ServerProblem } from '../../client/client.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import type { Command } from '../command.js'
import { essentialFlags, sendOptions } from '../sendmail/flags.js'
import { type Prepared, prepareMessage } from '../sendmail/message.js'
import { speakSmtp } from '../sendmail/speak-smtp.js'
import { clientOf } from '../server.js'
import type { Terminal } from '../terminal.js'

const sysexits = { ok: 0, usage: 64, dataError: 65, unavailable: 69, temporaryFailure: 75 } as const

export const send: Command = {
  usage: 'send [-t] [-i] [-f sender] [-F name] [recipient…]',
  about: `Reads a message on standard input and hands it to the running server, as sendmail would:
  sendmail_path = "mailhold send -t -i"     (php.ini)
Line ends become CRLF, a missing From is added with -f, Bcc goes with -t; nothing else is touched. Exit codes are those of sendmail:
0 taken, 64 wrong usage, 65 bad message, 69 refused, 75 no server, try again.`,
  options: sendOptions,
  // sendmail's -h is the number of hops so far; alone it would be a person's
  ownWords: (argv) => (argv.length === 1 ? argv : argv.filter((word) => word !== '-h')),
  run: async ({ argv, machine, terminal }) => {
    try {
      const { values, positionals } = resolve(sendOptions, { argv: essentialFlags(argv), machine })
      const client = clientOf(values)
      if (values.mode === 's') await speakSmtp(client, terminal)
      else if (values.mode !== 'm') throw new OptionError(`send knows -bm and -bs, got "-b${values.mode}"`)
      else {
        const ignoreDots = values.ignoreDots || values.setting.split(',').includes('i')
        const request = { ...values, ignoreDots, recipients: positionals }
        await handOver(client, prepareMessage(await readAll(terminal), request))
      }
      return sysexits.ok
    } catch (error) {
      return explain(error, terminal)
    }
  },
}

async function readAll({ input }: Terminal): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of input) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

async function handOver(client: Client, { mail, from, to }: Prepared): Promise<void> {
  if (to.length === 0)
    throw new OptionError('no recipient: name one, or use -t to take them from the message')
  await client.inject(mail, { to, ...(from === undefined ? {} : { from }) })
}

function explain(error: unknown, terminal: Terminal): number {
  if (!(error instanceof OptionError || error instanceof NoServer || error instanceof ServerProblem))
    throw error
  terminal.complain(`mailhold send: ${error instanceof NoServer ? error.fact : error.message}`)
  if (error instanceof OptionError) return sysexits.usage
  if (error instanceof NoServer || error.status >= 500) return sysexits.temporaryFailure
  return error.status === 400 ? sysexits.dataError : sysexits.unavailable
}
