// The package as a user gets it: packed, then installed into an empty folder by the npm of some Node version.

import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packs what is built now; the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const { stdout } = await execute('npm', args, { cwd: root })
  return join(folder, stdout.trim().split('\n').at(-1) ?? '')
}

/** A Node of that version, from the npm package that carries its binary; its root folder with `bin` and `include`. */
export async function fetchNode(version: string, folder: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`
  await npmInstall(folder, [`${name}@${version}`, '--ignore-scripts'], process.env)
  return join(folder, 'node_modules', name)
}

/** An environment in which `node` is that Node, and nothing of ours is set. */
export function environmentOf(node: string): Record<string, string | undefined> {
  const { PATH = '', ...rest } = process.env
  const others = Object.entries(rest).filter(
    ([name]) => !/^(?:MAILHOLD_|VITEST|NODE_(?:ENV|OPTIONS|PATH))/.test(name),
  )
  return { ...Object.fromEntries(others), PATH: `${join(node, 'bin')}${delimiter}${PATH}` }
}

/** Installs the tarball with that Node; the folder of what can be run. */
export async function installWith(node: string, tarball: string, folder: string): Promise<string> {
  const env = environmentOf(node)
  await npmInstall(folder, [tarball, '--ignore-scripts'], env)
  await provideSqlite(node, join(folder, 'node_modules/better-sqlite3'), env)
  return join(folder, 'node_modules/.bin')
}

async function npmInstall(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  await execute('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd: folder,
    env,
  })
}

/**
 * Version 13 brings built binaries along. Version 12, for Node 20, is compiled or downloaded at its installation; where the
 * repository has it compiled for the same binary interface that is taken, for compiling SQLite takes a minute.
 */
export async function provideSqlite(
  node: string,
  installed: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (existsSync(join(installed, 'prebuilds'))) return
  const ours = join(root, 'node_modules/better-sqlite3')
  if (versionOf(ours) === versionOf(installed) && (await abiOf(node)) === process.versions.modules) {
    cpSync(
      join(ours, 'build/Release/better_sqlite3.node'),
      join(installed, 'build/Release/better_sqlite3.node'),
    )
    return
  }
  const args = ['rebuild', 'better-sqlite3', '--build-from-source']
  await execute('npm', args, { cwd: dirname(dirname(installed)), env: { ...env, npm_config_nodedir: node } })
}

const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

async function abiOf(node: string): Promise<string> {
  const { stdout } = await execute(join(node, 'bin/node'), ['-p', 'process.versions.modules'])
  return stdout.trim()
}
