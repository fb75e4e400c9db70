// Looks over the package as it would be published: publint's findings, and what it weighs.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (command, args, stdio) => execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio })

run('npx', ['publint', '--strict'], 'inherit')
const said = JSON.parse(
  run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], ['ignore', 'pipe', 'ignore']),
)
const [packed] = Array.isArray(said) ? said : Object.values(said)
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const kilobytes = (octets) => `${Math.round(octets / 1000)} kB`
console.log(
  `${packed.name} ${packed.version}: ${packed.entryCount} files, ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked, ${Object.keys(dependencies).length} dependencies`,
)
