// The place where a reader of a page types: a folder with an own small app in it, a shell that finds `mailhold`, a server.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { root } from './pages.js'
import { seedMails } from './seed.js'

export interface Printed {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Place extends AsyncDisposable {
  readonly folder: string
  /** What was printed by the last block that ran. */
  last: Printed | undefined
  /** The text with the usual ports replaced by those of this place's server. */
  localised(text: string): string
  /** Lays a file into the folder. */
  write(name: string, text: string): void
  /** Puts the mails that pages speak of into the server, as if they had just come. */
  seed(): Promise<void>
  /** Runs a program in the folder to its end, for at most a minute. */
  run(command: string, args: readonly string[], input?: string): Promise<Printed>
}

const readers = fileURLToPath(new URL('reader', import.meta.url))

/** A fresh place with a server of its own on free ports. */
export async function openPlace(): Promise<Place> {
  const above = mkdtempSync(join(tmpdir(), 'mailhold-docs-'))
  const folder = join(above, 'app')
  const server = await startMailhold()
  cpSync(readers, folder, { recursive: true })
  provide(folder)
  linkPackages(join(above, 'node_modules'))
  const env = environment(folder, server)
  return {
    folder,
    last: undefined,
    localised: (text) => withPorts(text, server),
    write: (name, text) => writeFileSync(join(folder, name), text),
    seed: () => seedMails(server),
    run: (command, args, input = '') => run(command, args, { cwd: folder, env, input }),
    async [Symbol.asyncDispose]() {
      await server.stop()
      rmSync(above, { recursive: true, force: true })
    },
  }
}

/** `mailhold` as an installed program and as a package; the reader's other programs. */
function provide(folder: string): void {
  const bin = join(folder, 'bin')
  const program = join(root, 'dist/cli/main.js')
  writeFileSync(
    join(bin, 'mailhold'),
    `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${program} "$@"\n`,
  )
  for (const name of readdirSync(bin)) chmodSync(join(bin, name), 0o755)
  for (const name of ['sign-up.sh', 'checks.sh', 'late-mail.sh']) chmodSync(join(folder, name), 0o755)
}

/**
 * What a reader's files may import. It lies above the reader's folder, and scopes are folders of its own: an npm that is
 * started in the reader's folder must never reach through a link and change what is installed here.
 */
function linkPackages(packages: string): void {
  const ours = join(root, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync(ours).filter((name) => !name.startsWith('.') && name !== 'mailhold')) {
    if (!name.startsWith('@')) {
      symlinkSync(join(ours, name), join(packages, name))
      continue
    }
    mkdirSync(join(packages, name))
    for (const inScope of readdirSync(join(ours, name))) {
      symlinkSync(join(ours, name, inScope), join(packages, name, inScope))
    }
  }
  symlinkSync(root, join(packages, 'mailhold'))
}

function environment(folder: string, server: RunningMailhold): NodeJS.ProcessEnv {
  const outside = Object.entries(process.env).filter(
    ([name]) => !/^(?:MAILHOLD_|VITEST|NODE_ENV|NODE_OPTIONS|GITHUB_)/.test(name),
  )
  return {
    ...Object.fromEntries(outside),
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    MAILHOLD_URL: server.url,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(server.smtp?.port),
  }
}

function withPorts(text: string, { url, smtp, pop3 }: RunningMailhold): string {
  const ports: Readonly<Record<string, string>> = {
    '1025': String(smtp?.port),
    '1110': String(pop3?.port),
    '8025': new URL(url).port,
  }
  return text.replace(/(?<![\d.])(?:1025|1110|8025)(?![\d.])/g, (port) => ports[port] ?? port)
}

interface Surroundings {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly input: string
}

async function run(
  command: string,
  args: readonly string[],
  { input, ...where }: Surroundings,
): Promise<Printed> {
  const child = spawn(command, args, { ...where, timeout: 60_000 })
  let [out, err] = ['', '']
  child.stdout.on('data', (octets) => (out += octets))
  child.stderr.on('data', (octets) => (err += octets))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, out, err }
}
