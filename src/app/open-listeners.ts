// Which listeners let anybody read mail: they answer other machines, and ask for no password.

import type { BoundListener } from './ready-file.js'

interface Passwords {
  readonly httpAuth: string | undefined
  readonly pop3Auth: string | undefined
}

/** SMTP is never among them: it takes mail and gives none back. */
export const openListeners = (
  listeners: readonly BoundListener[],
  { httpAuth, pop3Auth }: Passwords,
): readonly BoundListener[] =>
  listeners.filter(({ protocol, host }) => {
    if (isLoopback(host)) return false
    if (protocol === 'http') return httpAuth === undefined
    return (protocol === 'pop3' || protocol === 'pop3s') && pop3Auth === undefined
  })

/** A sentence for the log, with the remedy; `undefined` where nothing is open. */
export function openWarning(open: readonly BoundListener[]): string | undefined {
  if (open.length === 0) return undefined
  const places = open.map(
    ({ protocol, host, port }) => `${protocol} ${host.includes(':') ? `[${host}]` : host}:${port}`,
  )
  const remedies = new Set(open.map(({ protocol }) => (protocol === 'http' ? '--http-auth' : '--pop3-auth')))
  return `everybody who reaches ${places.join(', ')} can read all mail; ask for a password with ${[...remedies].join(' and ')}`
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.') || host.startsWith('::ffff:127.')
