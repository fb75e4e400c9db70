// Every command by its name. Each is loaded when it is called, so that a small one does not wait for the server's code.

import type { Command } from './command.js'

export interface CommandEntry {
  readonly name: string
  /** a few words for the list of commands */
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'start the server (also without a command)',
    load: async () => (await import('./commands/serve.js')).serve,
  },
  {
    name: 'run',
    summary: 'run a command with a private server of its own',
    load: async () => (await import('./commands/run.js')).run,
  },
  {
    name: 'wait',
    summary: 'wait for a mail, or say why it does not come',
    load: async () => (await import('./commands/wait.js')).wait,
  },
  {
    name: 'assert',
    summary: 'hold the expectations of a file against the mail that comes',
    load: async () => (await import('./commands/assert.js')).assert,
  },
  {
    name: 'cursor',
    summary: 'print where the order of all mail stands now',
    load: async () => (await import('./commands/cursor.js')).cursor,
  },
  {
    name: 'config',
    summary: 'show every option, its value and where it came from',
    load: async () => (await import('./commands/config.js')).config,
  },
  {
    name: 'cert',
    summary: 'print the certificate that --tls auto uses',
    load: async () => (await import('./commands/cert.js')).cert,
  },
  {
    name: 'health',
    summary: 'ask a running server whether all is well',
    load: async () => (await import('./commands/health.js')).health,
  },
  {
    name: 'list',
    summary: 'list messages',
    load: async () => (await import('./commands/list.js')).list,
  },
  {
    name: 'show',
    summary: 'show one message',
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'send',
    summary: 'take a message on standard input, as sendmail does',
    load: async () => (await import('./commands/send.js')).send,
  },
  {
    name: 'import',
    summary: 'put .eml and mbox files into a running server',
    load: async () => (await import('./commands/import.js')).importMail,
  },
  {
    name: 'export',
    summary: 'write messages to an mbox file or a folder of .eml files',
    load: async () => (await import('./commands/export.js')).exportMail,
  },
]
