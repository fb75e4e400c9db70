// A small SMTP client for tests that says exactly what it is told, over one connection.

import { connect, type Socket } from 'node:net'

export interface SmtpSender {
  readonly socket: Socket
  /** Sends octets and waits for a whole reply: its code and its lines. */
  say(octets: string | Uint8Array): Promise<Reply>
  /** MAIL, RCPT for each and DATA; resolves with the reply to the message. */
  deliver(
    octets: Uint8Array,
    options?: { readonly from?: string; readonly to?: readonly string[] },
  ): Promise<Reply>
  close(): void
}

export interface Reply {
  readonly code: number
  readonly text: string
}

/** RFC 5321 §4.5.2, and the end of the data. */
export function stuffed(octets: Uint8Array): Buffer {
  const text = Buffer.from(octets).toString('latin1')
  const dots = text.replace(/^\./, '..').replaceAll('\r\n.', '\r\n..')
  return Buffer.from(`${dots}${dots.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1')
}

export async function openSender(port: number, hello = 'EHLO tests'): Promise<SmtpSender> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  const replies = readReplies(socket)
  const say = async (octets: string | Uint8Array) => {
    socket.write(typeof octets === 'string' ? `${octets}\r\n` : octets)
    return replies()
  }
  await replies()
  await say(hello)
  return {
    socket,
    say,
    async deliver(octets, { from = 'app@example.com', to = ['ada@example.com'] } = {}) {
      const opening = await say(`MAIL FROM:<${from}>`)
      if (opening.code !== 250) return opening
      for (const address of to) await say(`RCPT TO:<${address}>`)
      const asked = await say('DATA')
      return asked.code === 354 ? say(stuffed(octets)) : asked
    },
    close: () => socket.destroy(),
  }
}

function readReplies(socket: Socket): () => Promise<Reply> {
  const ready: Reply[] = []
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = []
  let text = ''
  socket.setEncoding('latin1')
  socket.on('data', (data: string) => {
    text += data
    for (let match = whole.exec(text); match; match = whole.exec(text)) {
      text = text.slice(match[0].length)
      const reply = { code: Number(match[2]), text: match[0].trimEnd() }
      const next = waiting.shift()
      if (next) next.resolve(reply)
      else ready.push(reply)
    }
  })
  const fail = () => {
    for (const { reject } of waiting.splice(0))
      reject(new Error(`the connection ended; unread: ${JSON.stringify(text)}`))
  }
  socket.on('error', fail).on('close', fail)
  return () => {
    const reply = ready.shift()
    if (reply) return Promise.resolve(reply)
    if (socket.destroyed) return Promise.reject(new Error('the connection ended'))
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
}

const whole = /^((?:\d{3}-.*\r\n)*)(\d{3})(?: .*)?\r\n/
