// All examples with one set of installed packages: the packed Mailhold, and every runner, once.

import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pack, provideSqlite } from '../package/installed.js'

const execute = promisify(execFile)
const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/**
 * Packs, copies the examples and installs what their package.json name. The only installation scripts among it compile SQLite,
 * which test/package does for other Nodes and which is taken here from where it is compiled, and fetch Cypress's program,
 * which not every machine can.
 * @returns the folder, with one below it for each example; the caller removes it
 */
export async function installExamples(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-examples-'))
  const tarball = await pack(folder)
  const isSource = (path: string): boolean => basename(path) !== 'node_modules'
  cpSync(examples, folder, { recursive: true, filter: isSource })
  const whole = { private: true, workspaces: ['*'], dependencies: { mailhold: `file:${tarball}` } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(whole))
  const args = [
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  await execute('npm', args, { cwd: folder })
  const node = dirname(dirname(process.execPath))
  await provideSqlite(node, join(folder, 'node_modules/better-sqlite3'), process.env)
  return folder
}
