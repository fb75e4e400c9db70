// A stand-in for node:24-bookworm-slim, made of Debian's packages and the npm package that carries Node.

import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './tools.mjs'

export const nodeVersion = '24'

/** An image that lies in buildah's storage under that name. Takes half a minute. */
export function makeBase({ buildah, folder, name }) {
  const system = join(folder, 'system.tar')
  debian(system)
  const container = buildah('from', 'scratch').trim()
  buildah('add', container, system, '/')
  buildah('add', container, nodeTree(folder), '/usr/local')
  buildah('commit', '--rm', container, name)
}

/** The same packages as the slim image: nothing optional, and neither documentation nor locales. */
function debian(file) {
  const without = ['doc', 'man', 'info', 'locale'].map(
    (name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`,
  )
  const perl = 'perl libperl5.36 perl-modules-5.36'
  run('mmdebstrap', [
    '--quiet',
    '--variant=apt',
    '--aptopt=APT::Install-Recommends "false"',
    '--include=libstdc++6,tzdata,passwd',
    ...without,
    `--customize-hook=chroot "$1" apt-get -qq -y --allow-remove-essential --purge remove ${perl} >/dev/null`,
    '--customize-hook=chroot "$1" useradd --uid 1000 --create-home node',
    'bookworm',
    file,
  ])
}

/** What the official image has below /usr/local: node, its headers, npm. */
function nodeTree(folder) {
  const home = join(folder, 'node')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  const name = `node-${process.platform}-${process.arch}`
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${nodeVersion}`, 'npm@11'], {
    cwd: home,
  })
  const packages = join(home, 'node_modules')
  const tree = join(folder, 'usr-local')
  for (const part of ['bin', 'include'])
    cpSync(join(packages, name, part), join(tree, part), { recursive: true })
  cpSync(join(packages, 'npm'), join(tree, 'lib/node_modules/npm'), { recursive: true })
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(tree, 'bin/npm'))
  symlinkSync('../lib/node_modules/npm/bin/npx-cli.js', join(tree, 'bin/npx'))
  bringCertificates(tree)
  return tree
}

/** Where this machine reaches the registry through a proxy of its own, the build has to trust it too. */
function bringCertificates(tree) {
  const file = process.env.NODE_EXTRA_CA_CERTS ?? ''
  if (!existsSync(file)) return
  const target = join(tree, 'etc/extra.pem')
  mkdirSync(dirname(target), { recursive: true })
  cpSync(file, target)
  writeFileSync(join(tree, 'etc/npmrc'), 'cafile=/usr/local/etc/extra.pem\n')
}
