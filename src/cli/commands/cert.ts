// `mailhold cert`: the certificate that a running server shows, for programs that want to trust it.

import { resolve } from '../../config/resolve.js'
import { readCertificate } from '../certificate/read.js'
import { type Command, exitCode } from '../command.js'
import { refuseExtraWords } from '../extra-words.js'
import { clientOf, serverOptions } from '../server.js'

export const cert: Command = {
  usage: 'cert [--url http://localhost:8025]',
  about: `Prints the certificate of a running server as PEM, for programs that are to trust it:
  mailhold cert > mailhold.pem && export NODE_EXTRA_CA_CERTS=$PWD/mailhold.pem`,
  options: serverOptions,
  run: async ({ argv, machine, terminal }) => {
    const { values, positionals } = resolve(serverOptions, { argv, machine })
    refuseExtraWords(positionals)
    const { listeners } = await clientOf(values).status()
    const host = new URL(values.url).hostname.replace(/^\[|\]$/g, '')
    const pem = await readCertificate(host, listeners)
    if (pem === undefined) {
      terminal.complain('mailhold: the server has no certificate; start it with --starttls or --tls auto')
      return exitCode.failed
    }
    await terminal.write(pem)
    return exitCode.done
  },
}
