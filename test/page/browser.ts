// The real browser for tests of the page. Debian's Chromium, or the one that MAILHOLD_CHROMIUM names.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const usual = '/usr/bin/chromium'

/** What the browser would otherwise do by itself on the network, and what has no use without a screen. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens the browser. @throws where there is none and it cannot be installed, with the way to get it */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MAILHOLD_CHROMIUM ?? usual
  if (!existsSync(executablePath)) install(executablePath)
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])] })
}

const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji']

function install(executablePath: string): void {
  const canInstall = executablePath === usual && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) {
    throw new Error(
      `there is no browser at ${executablePath}; on Debian: apt-get install ${packages.join(' ')}; elsewhere set MAILHOLD_CHROMIUM to the path of a Chromium`,
    )
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['-qq', 'update'], { env, stdio: 'ignore' })
  execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    stdio: 'ignore',
  })
}
