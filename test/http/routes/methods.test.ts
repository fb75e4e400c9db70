// Methods as RFC 9110 has them: HEAD answers as GET does but for the body, and a wrong method names the right ones.

import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'

const mail = [
  'Subject: x',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; name=a.txt',
  'Content-Disposition: attachment; filename=a.txt',
  '',
  'hello',
  '--b--',
  '',
].join('\r\n')

let server: TestServer
let message: string

beforeAll(async () => {
  server = await startServer()
  const { id } = await server.keep(mail, '?to=a@w1.mailhold.test')
  message = `/v1/messages/${id}`
})

afterAll(() => server.mailhold.stop())

interface Answer {
  readonly statusLine: string
  readonly headers: Headers
  readonly body: string
}

/** What comes back until the server closes, or until the header of a stream is there. */
function asked(method: string, path: string, ...lines: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1')
    let text = ''
    socket.on('data', (piece) => {
      text += piece.toString('latin1')
      if (text.includes('text/event-stream') && text.includes('retry:')) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(read(text)))
    const head = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines]
    socket.write([...head, '', ''].join('\r\n'))
  })
}

function read(text: string): Answer {
  const end = text.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n')
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { statusLine, headers: new Headers(fields), body: text.slice(end + 4) }
}

describe('HEAD', () => {
  it.each([
    () => '/v1/export?format=mbox',
    () => '/v1/export?format=zip&inbox=w1',
    () => '/v1/events',
    () => `${message}/attachments.zip`,
    () => `${message}/raw`,
    () => '/v1/messages',
  ])('has the headers of GET and no body (%#)', async (pathOf) => {
    const path = pathOf()
    const get = await asked('GET', path)
    const head = await asked('HEAD', path)

    const shown = ({ statusLine, headers }: Answer) => [
      statusLine,
      ...['content-type', 'content-disposition', 'content-security-policy', 'cache-control'].map((name) =>
        headers.get(name),
      ),
    ]
    expect(shown(head)).toEqual(shown(get))
    expect(head.statusLine).toBe('HTTP/1.1 200 OK')
    expect(head.body).toBe('')
  })

  it('of what cannot be exported is refused as GET is', async () => {
    expect((await asked('HEAD', '/v1/export?format=mbox&q=%22')).statusLine).toBe('HTTP/1.1 400 Bad Request')
    expect((await asked('HEAD', '/v1/export')).statusLine).toBe('HTTP/1.1 400 Bad Request')
  })

  it('knows no ranges', async () => {
    const { statusLine, headers } = await asked('HEAD', `${message}/raw`, 'Range: bytes=0-4')
    const behind = await asked('HEAD', `${message}/raw`, 'Range: bytes=100000-')

    expect([statusLine, headers.get('content-length')]).toEqual(['HTTP/1.1 200 OK', String(mail.length)])
    expect(headers.has('content-range')).toBe(false)
    expect(behind.statusLine).toBe('HTTP/1.1 200 OK')
  })
})

it('what has not changed is said without a length or type of nothing', async () => {
  const etag = (await asked('HEAD', `${message}/raw`)).headers.get('etag')
  for (const method of ['GET', 'HEAD']) {
    const { statusLine, headers, body } = await asked(method, `${message}/raw`, `If-None-Match: ${etag}`)

    expect(statusLine).toBe('HTTP/1.1 304 Not Modified')
    expect(['content-length', 'content-type', 'etag'].map((name) => headers.get(name))).toEqual([
      null,
      null,
      etag,
    ])
    expect(body).toBe('')
  }
})

describe('a method that a path does not take', () => {
  it.each([
    ['PUT', '/v1/messages', 'DELETE, GET, HEAD, PATCH, POST'],
    ['PROPFIND', '/v1/messages?q=x', 'DELETE, GET, HEAD, PATCH, POST'],
    ['POST', '/v1/messages/abc', 'DELETE, GET, HEAD, PATCH'],
    ['DELETE', '/v1/%65vents', 'GET, HEAD'],
    ['HEAD', '/v1/wait', 'GET, POST'],
    ['GET', '/v1/assert', 'POST'],
    ['POST', '/v1/messages/abc/parts/1.2', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/assets/x.js', 'GET, HEAD'],
  ])('%s %s is answered 405 with those that it does', async (method, path, allow) => {
    const { statusLine, headers, body } = await asked(method, path)

    expect(statusLine).toBe('HTTP/1.1 405 Method Not Allowed')
    expect(headers.get('allow')).toBe(allow)
    if (method !== 'HEAD')
      expect(JSON.parse(body)).toMatchObject({
        type: 'urn:mailhold:problem:methodNotAllowed',
        status: 405,
        detail: expect.stringContaining(`takes ${allow}`),
      })
  })

  it.each([
    ['GET', '/v1/nothing'],
    ['PUT', '/v1/messages/'],
    ['PUT', '/v1/messages/abc/nothing'],
    ['PUT', '/v1'],
    ['GET', '/assets/none.js'],
    ['OPTIONS', '*'],
  ])('%s %s is answered 404, because there is nothing', async (method, path) => {
    expect((await asked(method, path)).statusLine).toBe('HTTP/1.1 404 Not Found')
  })
})
