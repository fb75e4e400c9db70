// Waits and assertions over HTTP, and mails over SMTP, as tests of both ask for them.

import type { Message } from '#mailhold/wire/message.js'
import type { AssertAnswer, WaitMet, WaitNotMet } from '#mailhold/wire/wait.js'
import { jsonBody, type TestServer } from './http.js'
import { openSender, type Reply } from './smtp-sender.js'

/** Both answers in one shape; what one of them lacks is `undefined`. */
export type Answer = { readonly status: number } & Partial<Omit<WaitMet, 'pass'>> &
  Partial<Omit<WaitNotMet, 'pass'>> & { readonly pass: boolean }

export interface Waits {
  wait(body: object): Promise<Answer>
  assert(body: object): Promise<AssertAnswer & { readonly status: number }>
  cursor(): Promise<string>
  /** Sends a mail over a connection of its own. */
  send(mail: Mail): Promise<Reply>
}

export interface Mail {
  readonly subject: string
  readonly to?: string
  readonly user?: string
  /** header fields beside the usual ones, and the body, as they go over the wire */
  readonly rest?: string
  readonly from?: string
}

export const waits = (server: TestServer): Waits => ({
  async wait(body) {
    const answer = await server.ask('/v1/wait', jsonBody('POST', body))
    return { status: answer.status, ...((await answer.json()) as WaitMet | WaitNotMet) }
  },
  async assert(body) {
    const answer = await server.ask('/v1/assert', jsonBody('POST', body))
    return { status: answer.status, ...((await answer.json()) as AssertAnswer) }
  },
  cursor: async () => (await server.json<{ cursor: string }>('/v1/cursor')).cursor,
  send: (mail) => sendMail(server.mailhold.smtp?.port ?? 0, mail),
})

export async function sendMail(port: number, mail: Mail): Promise<Reply> {
  const { subject, to = 'ada@example.com', user, from = 'Shop <app@example.com>' } = mail
  const sender = await openSender(port)
  if (user !== undefined) {
    await sender.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0secret`).toString('base64')}`)
  }
  const head = `From: ${from}\r\nTo: Ada Lovelace <${to}>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`
  const octets = Buffer.from(`${head}${mail.rest ?? '\r\nHello Ada\r\n'}`)
  const reply = await sender.deliver(octets, { to: [to] })
  sender.close()
  return reply
}

/** What stands behind the header of a mail with text, HTML and perhaps a file. */
export function multipart(text: string, html: string, file?: { name: string; type: string }): string {
  const attached = file
    ? `--b\r\nContent-Type: ${file.type}; name="${file.name}"\r\nContent-Disposition: attachment; filename="${file.name}"\r\n` +
      'Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n'
    : ''
  const kind = file ? 'multipart/mixed' : 'multipart/alternative'
  const body =
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n` +
    `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n${attached}--b--\r\n`
  return `Content-Type: ${kind}; boundary=b\r\n\r\n${body}`
}

/** The first mail of an answer, which must be whole. */
export function firstMail(answer: { readonly messages?: readonly unknown[] }): Message {
  const mail = answer.messages?.[0]
  if (typeof mail !== 'object' || mail === null || !('links' in mail)) throw new Error('no whole mail')
  return mail as Message
}
