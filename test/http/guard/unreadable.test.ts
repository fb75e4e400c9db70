// Octets that are no request: what Node refuses by itself is answered like everything else.

import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#mailhold/wire/problem.js'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.mailhold.stop())

interface Answer {
  readonly statusLine: string
  readonly headers: Headers
  readonly problem: Problem
}

async function answerTo(octets: string): Promise<Answer> {
  const [head = '', body = ''] = (await server.dialogue(octets)).split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1)]
  })
  const headers = new Headers(fields)
  expect(headers.get('content-length')).toBe(String(body.length))
  return { statusLine, headers, problem: JSON.parse(Buffer.from(body, 'latin1').toString()) }
}

const requestOf = (...lines: string[]) => [...lines, '', ''].join('\r\n')

describe('a request that cannot be read is answered with a problem document:', () => {
  test.each([
    [
      'letters beyond ASCII in the path',
      requestOf('GET /v1/messages?q=Müller HTTP/1.1', 'Host: localhost'),
      '400 Bad Request',
      'percent-encoded: ü is written %C3%BC',
    ],
    [
      'a header line without a colon',
      requestOf('GET /v1/messages HTTP/1.1', 'Host: localhost', 'no colon here'),
      '400 Bad Request',
      'Invalid header token',
    ],
    [
      'two lengths of one body',
      requestOf('POST /v1/wait HTTP/1.1', 'Host: localhost', 'Content-Length: 2', 'Content-Length: 3'),
      '400 Bad Request',
      'Content-Length',
    ],
    [
      'a header that is too long',
      requestOf('GET / HTTP/1.1', 'Host: localhost', `X-Long: ${'x'.repeat(20_000)}`),
      '431 Request Header Fields Too Large',
      '16384 octets',
    ],
    ['another protocol', 'EHLO app.test\r\n', '400 Bad Request', 'no request that can be read'],
    [
      'an expectation that nobody knows',
      requestOf('GET / HTTP/1.1', 'Host: localhost', 'Expect: the-unexpected', 'Connection: close'),
      '417 Expectation Failed',
      '"Expect: the-unexpected"',
    ],
  ])('%s', async (_, octets, status, words) => {
    const { statusLine, headers, problem } = await answerTo(octets)

    expect(statusLine).toBe(`HTTP/1.1 ${status}`)
    expect(problem).toMatchObject({
      status: Number.parseInt(status, 10),
      detail: expect.stringContaining(words),
    })
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('connection')).toBe('close')
  })
})

test('octets behind an answer that has begun end it, and do not become a second answer in it', async () => {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  const pieces: Buffer[] = []
  socket.on('data', (piece) => pieces.push(piece))
  socket.write(requestOf('GET /v1/events HTTP/1.1', 'Host: localhost'))
  await once(socket, 'data')

  socket.write('no request\r\n\r\n')
  await once(socket, 'close')

  expect(Buffer.concat(pieces).toString()).toMatch(/^HTTP\/1\.1 200 (?![\s\S]*HTTP\/1\.1)/)
})
