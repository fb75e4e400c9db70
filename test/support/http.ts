// A whole Mailhold with its HTTP head, and requests as a client writes them.

import { connect } from 'node:net'
import { type MailholdOptions, type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import type { Message } from '#mailhold/wire/message.js'
import type { Problem } from '#mailhold/wire/problem.js'
import type { Summary } from '#mailhold/wire/summary.js'

export interface TestServer {
  readonly mailhold: RunningMailhold
  readonly port: number
  /** A request by fetch. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** A request that must succeed, its answer as JSON. */
  json<Answer>(path: string, init?: RequestInit): Promise<Answer>
  /** A request that must fail with a problem document. */
  problem(path: string, init?: RequestInit): Promise<Problem>
  /** Hands a message over, octet for octet. */
  keep(mail: string | Uint8Array<ArrayBuffer>, query?: string): Promise<Summary>
  message(id: string): Promise<Message>
  /** Sends octets as they are and resolves with all that comes back until the server closes. */
  dialogue(text: string): Promise<string>
}

export async function startServer(options: MailholdOptions = {}): Promise<TestServer> {
  const mailhold = await startMailhold(options)
  const port = Number(new URL(mailhold.url).port)
  const ask = (path: string, init?: RequestInit) => fetch(`${mailhold.url}${path}`, init)
  const json = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const answer = await ask(path, init)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  return {
    mailhold,
    port,
    ask,
    json,
    problem: async (path, init) => {
      const answer = await ask(path, init)
      const type = answer.headers.get('content-type')
      if (!type?.startsWith('application/problem+json')) throw new Error(`${path}: ${answer.status} ${type}`)
      return (await answer.json()) as Problem
    },
    keep: (mail, query = '') =>
      json<Summary>(`/v1/messages${query}`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822' },
        body: mail,
      }),
    message: (id) => json<Message>(`/v1/messages/${id}`),
    dialogue: (text) => dialogue(port, text),
  }
}

/** A body and its type for requests that send JSON. */
export const jsonBody = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

function dialogue(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const pieces: Buffer[] = []
    socket.on('data', (piece) => pieces.push(piece))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(pieces).toString('latin1')))
    socket.write(text)
  })
}
