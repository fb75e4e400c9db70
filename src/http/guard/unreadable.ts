// What Node itself refuses: octets that are no HTTP request, or too many of them. Without an answer of ours it would be an empty one.

import { maxHeaderSize, type Server, ServerResponse, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { problemOf } from '../errors/problem.js'
import { type Refusal, refuse } from './refuse.js'
import { headersOfAll } from './response-headers.js'

/** How long a client may still send before its connection is cut: what it sends unread could cost it the answer. */
const lingerMs = 1000

/** Says what is wrong with requests that cannot be read, and closes their connections. */
export function explainUnreadable(server: Server): void {
  const answered = new WeakSet<Duplex>()
  server.on('clientError', (error, socket) => {
    if (answered.has(socket)) return
    if (!socket.writable || hasBegunAnswer(socket)) return void socket.destroy()
    answered.add(socket)
    socket.end(answerText(refusalOf(error)))
    const timer = setTimeout(() => socket.destroy(), lingerMs)
    socket.once('close', () => clearTimeout(timer))
  })
  server.on('checkExpectation', ({ headers }, response) => {
    const asked = (headers.expect ?? '').slice(0, 100)
    refuse(response, { status: 417, detail: `"Expect: ${asked}" cannot be met; leave the header out.` })
  })
}

// A second answer within the first would be taken for a part of it. Node keeps the one in flight here, and looks for the same reason.
function hasBegunAnswer(socket: Duplex): boolean {
  const inFlight: unknown = socket instanceof Socket ? Reflect.get(socket, '_httpMessage') : undefined
  return inFlight instanceof ServerResponse && inFlight.headersSent
}

function answerText({ status, detail }: Refusal): string {
  const body = JSON.stringify(problemOf(status, detail))
  const own = {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Date: new Date().toUTCString(),
    Connection: 'close',
  }
  const lines = [...headersOfAll, ...Object.entries(own)].map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}

const refusals: ReadonlyMap<unknown, Refusal> = new Map([
  [
    'HPE_INVALID_URL',
    {
      status: 400,
      detail:
        'The path must be percent-encoded: ü is written %C3%BC, a blank %20 (curl: -G --data-urlencode).',
    },
  ],
  [
    'HPE_HEADER_OVERFLOW',
    {
      status: 431,
      detail: `The header of a request, its path included, may have ${maxHeaderSize} octets at most.`,
    },
  ],
  [
    'HPE_CHUNK_EXTENSIONS_OVERFLOW',
    { status: 413, detail: 'The chunk extensions of the body are too long.' },
  ],
  ['ERR_HTTP_REQUEST_TIMEOUT', { status: 408, detail: 'The header of the request did not come in time.' }],
])

function refusalOf(error: Error): Refusal {
  const known = 'code' in error ? refusals.get(error.code) : undefined
  if (known) return known
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message
  return { status: 400, detail: `This is no request that can be read: ${reason}.` }
}
