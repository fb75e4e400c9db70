// Fetches the certificate that a server shows, over TLS or after STLS or STARTTLS.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { connect as connectTls, type TLSSocket } from 'node:tls'

interface Listener {
  readonly protocol: string
  readonly port: number
}

/** What to say before TLS, and how a line looks that ends the server's answer. Listed in the order of trying. */
const ways = [
  { protocol: 'smtps', lines: [], answer: /^/ },
  { protocol: 'pop3s', lines: [], answer: /^/ },
  // RFC 2595 §4
  { protocol: 'pop3', lines: ['STLS'], answer: /^\+OK/ },
  // RFC 3207 §4: a hyphen behind the code announces more lines
  { protocol: 'smtp', lines: ['EHLO mailhold', 'STARTTLS'], answer: /^2\d\d(?: |$)/ },
] as const

const patience = 5000

/** PEM, or `undefined` when no listener speaks TLS. */
export async function readCertificate(
  host: string,
  listeners: readonly Listener[],
): Promise<string | undefined> {
  for (const { protocol, lines, answer } of ways) {
    const listener = listeners.find((one) => one.protocol === protocol)
    if (!listener) continue
    const socket = connect(listener.port, host)
    try {
      socket.setTimeout(patience, () => socket.destroy(new Error(`${host}:${listener.port} says nothing`)))
      if (lines.length === 0 || (await talk(socket, lines, answer))) return await certificateOf(socket, host)
    } finally {
      socket.destroy()
    }
  }
  return undefined
}

/** Reads the greeting and says the lines; false when the server refuses one. */
async function talk(socket: Socket, lines: readonly string[], answer: RegExp): Promise<boolean> {
  const left = [...lines]
  const reader = createInterface({ input: socket })
  try {
    for await (const line of reader) {
      if (/^\d{3}-/.test(line)) continue
      if (!answer.test(line)) return false
      const next = left.shift()
      if (next === undefined) return true
      socket.write(`${next}\r\n`)
    }
    return false
  } finally {
    reader.close()
  }
}

async function certificateOf(socket: Socket, host: string): Promise<string> {
  // it is read so that it can be trusted, so it is not checked
  const secure: TLSSocket = connectTls({ socket, host, rejectUnauthorized: false })
  try {
    await once(secure, 'secureConnect')
    const certificate = secure.getPeerX509Certificate()
    if (!certificate) throw new Error('the server showed no certificate')
    return certificate.toString()
  } finally {
    secure.destroy()
  }
}
