// Fetches the certificate that a server shows, over TLS or after STLS or STARTTLS.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'

interface Listener {
  readonly protocol: string
  readonly port: number
}

interface Step {
  readonly say: string
  /** a line that the answer before must have */
  readonly offeredBy: RegExp
}

interface Way {
  readonly protocol: string
  readonly steps: readonly Step[]
  /** how the last line of an answer looks that agrees */
  readonly agrees: RegExp
}

/** What to say before TLS, in the order of trying. */
const ways: readonly Way[] = [
  { protocol: 'smtps', steps: [], agrees: /^/ },
  { protocol: 'pop3s', steps: [], agrees: /^/ },
  // RFC 2595 §4
  { protocol: 'pop3', steps: [{ say: 'STLS', offeredBy: /^/ }], agrees: /^\+OK/ },
  // RFC 3207 §4; where it is off, saying it would be kept as an attempt of the app's, which failing waits tell of
  {
    protocol: 'smtp',
    steps: [
      { say: 'EHLO mailhold', offeredBy: /^220/ },
      { say: 'STARTTLS', offeredBy: /^250[ -]STARTTLS$/i },
    ],
    agrees: /^2\d\d(?: |$)/,
  },
]

const patience = 5000

/** PEM, or `undefined` when no listener speaks TLS. */
export async function readCertificate(
  host: string,
  listeners: readonly Listener[],
): Promise<string | undefined> {
  for (const { protocol, steps, agrees } of ways) {
    const listener = listeners.find((one) => one.protocol === protocol)
    if (!listener) continue
    const socket = connect(listener.port, host)
    try {
      socket.setTimeout(patience, () => socket.destroy(new Error(`${host}:${listener.port} says nothing`)))
      if (steps.length === 0 || (await talk(socket, steps, agrees))) return await certificateOf(socket, host)
    } finally {
      socket.destroy()
    }
  }
  return undefined
}

/** Reads the greeting and takes the steps; false when the server does not offer one, or refuses it. */
function talk(socket: Socket, steps: readonly Step[], agrees: RegExp): Promise<boolean> {
  const left = [...steps]
  let answer: string[] = []
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
      for (const line of whole) {
        answer.push(line)
        // a hyphen behind the code announces more lines (RFC 5321 §4.2.1)
        if (/^\d{3}-/.test(line)) continue
        const next = agrees.test(line) ? left.shift() : undefined
        if (next && answer.some((one) => next.offeredBy.test(one))) socket.write(`${next.say}\r\n`)
        else end(next === undefined && agrees.test(line))
        answer = []
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
