// Node's http in place of its fetch, whose first call takes as long as ten tests with mail, and which tests of an app
// replace, or stop the clock of.

import { Agent, type IncomingMessage, request } from 'node:http'
import type { Answer, Call, Fetch } from './answer.js'

/** What is behind TLS or a redirection is left to Node's fetch. */
export const fetchInNode: Fetch = (url, call) =>
  url.startsWith('http://') ? overHttp(url, call) : fetch(url, call)

const agent = new Agent({ keepAlive: true })

function overHttp(url: string, call: Call): Promise<Answer> {
  const { method, headers, body, signal } = call
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent, ...(signal && { signal }) }
    const outgoing = request(url, options, (incoming) => resolve(answerTo(url, call, incoming)))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function answerTo(url: string, call: Call, incoming: IncomingMessage): Answer | Promise<Answer> {
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = incoming
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    incoming.resume()
    return fetch(url, call)
  }
  const broken = (cause: unknown): unknown =>
    call.signal?.aborted ? call.signal.reason : new TypeError('the answer broke off', { cause })
  const whole = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const pieces: Buffer[] = []
      incoming.on('data', (piece: Buffer) => pieces.push(piece))
      incoming.on('end', () => resolve(Buffer.concat(pieces)))
      incoming.on('error', (cause) => reject(broken(cause)))
    })
  const text = async (): Promise<string> => new TextDecoder().decode(await whole())
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    body: piecesOf(incoming, broken),
    text,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(await whole()).buffer,
  }
}

async function* piecesOf(
  incoming: IncomingMessage,
  broken: (cause: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  try {
    yield* incoming
  } catch (cause) {
    throw broken(cause)
  }
}
