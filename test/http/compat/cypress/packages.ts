// The published Cypress plugins for mail servers. They want a Cypress beside them, which is far larger than all the rest, so they are
// installed into a folder of their own without it, and their sources run against a stand-in.

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import vm from 'node:vm'
import type { CypressWorld } from './stand-in.js'

const wanted = ['cypress-mailpit@2.0.0', 'cypress-mailhog@2.5.0', 'cypress-maildev@2.0.0']

export interface InstalledPackages {
  readonly folder: string
  remove(): void
}

export async function installPackages(): Promise<InstalledPackages> {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-cypress-'))
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, ...wanted], {
    cwd: folder,
    timeout: 100_000,
    shell: process.platform === 'win32',
  })
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Runs a plugin of CommonJS modules, which registers its commands. */
export function loadModule(folder: string, name: string, { globals }: CypressWorld): void {
  Object.assign(globalThis, globals)
  createRequire(join(folder, 'package.json'))(name)
}

/** Runs the parts of a plugin that is written for bundlers as one script. */
export function loadScripts(folder: string, files: readonly string[], { globals }: CypressWorld): void {
  const sources = files.map((file) => readFileSync(join(folder, 'node_modules', file), 'utf8'))
  const script = sources.join('\n').replace(/^(?:import|export) .*$/gm, '')
  vm.runInNewContext(script, { ...globals, console, Promise, setTimeout })
}
