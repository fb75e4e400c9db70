// The version of this package.

import { readFileSync } from 'node:fs'

/** As `package.json` says it: `0.1.0`. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const found: unknown = JSON.parse(text)
  return typeof found === 'object' && found && 'version' in found ? String(found.version) : 'unknown'
}
