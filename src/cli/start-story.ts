// What a person reads when the server has started: where mail is kept, how much is there, and where to point the app.

export interface StartFacts {
  readonly version: string
  /** protocol (`smtp`, `pop3s`, …), address and port */
  readonly listeners: readonly { readonly protocol: string; readonly host: string; readonly port: number }[]
  /** `''` when HTTP is off */
  readonly url: string
  /** the folder, or `memory` */
  readonly location: string
  readonly messages: number
  /** octets */
  readonly storeSize: number
  /** as the options print them */
  readonly limits: { readonly maxMessages: string; readonly maxAge: string; readonly maxStoreSize: string }
}

/** Several lines, each ended by `\n`. */
export function startStory(facts: StartFacts): string {
  const { version, location, messages, storeSize, limits, url } = facts
  const kept = messages === 1 ? '1 message' : `${messages} messages`
  const lines = [
    `Mailhold ${version} keeps mail in ${location}: ${kept}, ${roundSize(storeSize)};`,
    `at most ${limits.maxMessages} messages, ${limits.maxAge}, ${limits.maxStoreSize} (the oldest go first)`,
    ...portLines(facts),
    ...(url === '' ? [] : [`  http     look at ${url.replace('//127.0.0.1:', '//localhost:')}`]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const roles: Readonly<Record<string, string>> = {
  smtp: 'point your app at',
  smtps: 'or with TLS at',
  pop3: 'mail programs at',
  pop3s: 'or with TLS at',
}

function portLines({ listeners }: StartFacts): readonly string[] {
  const shown = new Map<string, string>()
  for (const { protocol, host, port } of listeners) {
    const role = roles[protocol]
    // both loopback addresses are one line
    const place = isLoopback(host)
      ? `localhost:${port}`
      : `${host.includes(':') ? `[${host}]` : host}:${port}`
    if (role) shown.set(`${protocol} ${place}`, `  ${protocol.padEnd(8)} ${role} ${place}`)
  }
  return [...shown.values()]
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

function roundSize(octets: number): string {
  const units = ['octets', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(octets, 1)) / 3)))
  const value = octets / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}
