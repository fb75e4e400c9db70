// What a command of SMTP is to this server.

import type { Client } from './client.js'
import type { Reply } from './reply.js'

/** The line of a command, cut in two. */
export interface CommandLine {
  /** what follows the verb, without blanks around it */
  readonly argument: string
  /** the whole line as it came */
  readonly line: Buffer
}

export interface Command {
  readonly verb: string
  /** how it is written, for HELP and for complaints: `VRFY <address>` */
  readonly syntax: string
  /** whether HELP lists it for that client; always unless given */
  isOffered?(client: Client): boolean
  /** Gives the reply, or nothing where it has replied itself. */
  run(client: Client, line: CommandLine): Reply | undefined | Promise<Reply | undefined>
}
