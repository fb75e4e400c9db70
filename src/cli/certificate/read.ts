// Fetches the certificate that a server shows, over TLS or after STLS or STARTTLS.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
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
  // RFC 3207 §4
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
function talk(socket: Socket, lines: readonly string[], answer: RegExp): Promise<boolean> {
  const left = [...lines]
  let text = ''
  return new Promise((resolve, reject) => {
    const end = (isAgreed: boolean): void => {
      socket.off('data', hear)
      resolve(isAgreed)
    }
    const hear = (octets: Buffer): void => {
      text += octets.toString('latin1')
      const whole = text.split(/\r?\n/)
      text = whole.pop() ?? ''
      // a hyphen behind the code announces more lines (RFC 5321 §4.2.1)
      for (const line of whole.filter((one) => !/^\d{3}-/.test(one))) {
        const next = answer.test(line) ? left.shift() : undefined
        if (next !== undefined) socket.write(`${next}\r\n`)
        else end(answer.test(line))
      }
    }
    socket.on('data', hear)
    socket.once('error', reject)
    socket.once('close', () => end(false))
  })
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
