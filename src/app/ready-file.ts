// The file that tells other programs where everything listens, written once everything accepts connections.

import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { OptionError } from '../config/option-error.js'

export interface BoundListener {
  readonly protocol: 'smtp' | 'smtps' | 'pop3' | 'pop3s' | 'http'
  readonly host: string
  readonly port: number
  readonly inbox?: string
}

interface Address {
  readonly host: string
  readonly port: number
}

/** The first listener of each kind, and all of them; a listener that is off is absent. */
export interface ReadyFacts {
  readonly pid: number
  readonly smtp?: Address
  readonly smtps?: Address
  readonly pop3?: Address
  readonly pop3s?: Address
  readonly http?: Address & { readonly url: string }
  readonly listeners: readonly BoundListener[]
}

/** @param basePath begins with `/` and does not end with it, or is `''` */
export function readyFacts(listeners: readonly BoundListener[], basePath: string): ReadyFacts {
  const first = (protocol: BoundListener['protocol']) => {
    const found = listeners.find((listener) => listener.protocol === protocol)
    return found && { host: found.host, port: found.port }
  }
  const [smtp, smtps, pop3, pop3s, http] = (['smtp', 'smtps', 'pop3', 'pop3s', 'http'] as const).map(first)
  return {
    pid: process.pid,
    ...(smtp && { smtp }),
    ...(smtps && { smtps }),
    ...(pop3 && { pop3 }),
    ...(pop3s && { pop3s }),
    ...(http && { http: { ...http, url: urlOf(http, basePath) } }),
    listeners,
  }
}

/** Where a program on this machine reaches the HTTP listener. */
export function urlOf({ host, port }: Address, basePath: string): string {
  const wildcard = host === '0.0.0.0' || host === '::'
  const name = wildcard ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}${basePath}`
}

/** Written beside its place and moved there, so that a reader never sees half of it. @throws OptionError when it cannot be written */
export function writeReadyFile(file: string, facts: ReadyFacts): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, `${JSON.stringify(facts, null, 2)}\n`)
    renameSync(draft, file)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new OptionError(`--ready-file must name a file that can be written, got "${file}"${why}`)
  }
}

export const removeReadyFile = (file: string): void => rmSync(file, { force: true })
