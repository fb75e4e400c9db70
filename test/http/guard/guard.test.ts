import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ corsOrigin: ['http://app.test:3000'] })
})

afterAll(async () => {
  await server.mailhold.stop()
})

/** One request with these lines, on a connection that ends with it. */
const send = (...lines: string[]) => server.dialogue([...lines, 'Connection: close', '', ''].join('\r\n'))

describe('a request to a host that is not ours', () => {
  it.each([
    'GET / HTTP/1.1',
    'GET /v1/messages HTTP/1.1',
    'GET /V1/Messages HTTP/1.1',
    'GET //v1/messages HTTP/1.1',
    'GET /v1//messages HTTP/1.1',
    'GET /%76%31/messages HTTP/1.1',
    'GET /v1%2Fmessages HTTP/1.1',
    'GET /docs/%2e%2e/v1/messages HTTP/1.1',
    'GET /v1/%zz HTTP/1.1',
    'GET /nothing/here HTTP/1.1',
    'GET /livez HTTP/1.1',
    'HEAD /v1/messages HTTP/1.1',
    'OPTIONS /v1/messages HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'DELETE /v1/messages?all=true HTTP/1.1',
    'PROPFIND / HTTP/1.1',
    'GET /v1/messages HTTP/1.0',
    'GET http://localhost/v1/messages HTTP/1.1',
  ])('%s is answered 421', async (line) => {
    expect(await send(line, 'Host: evil.example')).toMatch(/^HTTP\/1\.1 421 /)
  })

  it('is answered 421 when it asks for an upgrade', async () => {
    const answer = await send('GET /v1/events HTTP/1.1', 'Host: evil.example', 'Upgrade: websocket')

    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
  })

  it('is not helped by X-Forwarded-Host', async () => {
    const answer = await send('GET / HTTP/1.1', 'Host: evil.example', 'X-Forwarded-Host: localhost')

    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
    expect(answer).toContain('set MAILHOLD_ALLOWED_HOSTS=evil.example')
  })

  it('is refused without any Host, by HTTP/1.0 too', async () => {
    for (const version of ['1.0', '1.1']) {
      const answer = await send(`GET / HTTP/${version}`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('"detail":"The request has no Host header."')
    }
  })

  it('is refused when only the absolute target is foreign', async () => {
    expect(await send('GET http://evil.example/v1/messages HTTP/1.1', 'Host: localhost')).toMatch(
      /^HTTP\/1\.1 421 /,
    )
  })

  it('is refused with two Host headers', async () => {
    expect(await send('GET / HTTP/1.1', 'Host: localhost', 'Host: evil.example')).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a request to our own host', () => {
  it('passes in absolute form', async () => {
    expect(await send('GET http://localhost/livez HTTP/1.1', 'Host: localhost')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('passes with an upgrade that nobody takes', async () => {
    expect(await send('GET /livez HTTP/1.1', 'Host: localhost', 'Upgrade: websocket')).toMatch(
      /^HTTP\/1\.1 200 /,
    )
  })

  it('finds nothing by a path that is written in another way', async () => {
    for (const path of ['/V1/messages', '//v1/messages', '/v1%2Fmessages', '/docs/%2e%2e/v1/messages']) {
      expect(await send(`GET ${path} HTTP/1.1`, 'Host: localhost')).toMatch(/^HTTP\/1\.1 404 /)
    }
  })

  it('keeps to the rules of a stream when its path is percent-encoded', async () => {
    const answer = await send('GET /v1/%65vents HTTP/1.1', 'Host: localhost', 'Origin: http://evil.example')

    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })
})

describe('a web page of another origin', () => {
  const foreign = { origin: 'http://evil.example' }

  it('can change nothing', async () => {
    await server.keep('Subject: still here\r\n\r\n')

    const removed = await server.ask('/v1/messages?all=true', { method: 'DELETE', headers: foreign })
    const injected = await server.ask('/v1/messages', {
      method: 'POST',
      headers: { ...foreign, 'content-type': 'text/plain' },
      body: 'x',
    })

    expect([removed.status, injected.status]).toEqual([403, 403])
    expect(await server.message('latest')).toMatchObject({ subject: 'still here' })
  })

  it('can open no event stream', async () => {
    expect(await server.problem('/v1/events', { headers: foreign })).toMatchObject({ status: 403 })
  })

  it('gets no CORS header, also not on errors', async () => {
    for (const path of ['/v1/messages', '/v1/nothing', '/v1/events']) {
      const answer = await server.ask(path, { headers: foreign })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      await answer.body?.cancel()
    }
  })

  it('gets no preflight', async () => {
    const answer = await server.ask('/v1/messages', {
      method: 'OPTIONS',
      headers: { ...foreign, 'access-control-request-method': 'DELETE' },
    })

    expect(answer.headers.get('access-control-allow-methods')).toBeNull()
  })

  it('is refused what the browser calls cross-site, but a link to the page is followed', async () => {
    const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']

    expect(await send('GET /v1/messages HTTP/1.1', 'Host: localhost', ...link)).toMatch(/^HTTP\/1\.1 403 /)
    expect(await send('GET /nothing HTTP/1.1', 'Host: localhost', ...link)).toMatch(/^HTTP\/1\.1 403 /)
    expect(await send('GET / HTTP/1.1', 'Host: localhost', ...link)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await send('GET /docs HTTP/1.1', 'Host: localhost', ...link)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('a web page that --cors-origin names', () => {
  const trusted = { origin: 'http://app.test:3000' }

  it('gets its preflight', async () => {
    const answer = await server.ask('/v1/messages', {
      method: 'OPTIONS',
      headers: {
        ...trusted,
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'content-type',
      },
    })

    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://app.test:3000')
    expect(answer.headers.get('access-control-allow-methods')).toContain('DELETE')
    expect(answer.headers.get('access-control-allow-headers')).toContain('Content-Type')
  })

  it('may read, and errors too', async () => {
    for (const path of ['/v1/status', '/v1/nothing']) {
      const answer = await server.ask(path, { headers: trusted })
      expect(answer.headers.get('access-control-allow-origin')).toBe('http://app.test:3000')
      expect(answer.headers.get('vary')).toContain('Origin')
    }
  })

  it('may change things', async () => {
    const answer = await server.ask('/v1/messages?inbox=none', { method: 'DELETE', headers: trusted })

    expect(answer.status).toBe(200)
  })
})

describe('bodies', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; a=application/json',
    'application/jsonx',
  ])('of type %s are refused', async (type) => {
    const post = {
      ...jsonBody('POST', { from: 'a@b.test', to: 'c@d.test' }),
      headers: { 'content-type': type },
    }

    expect(await server.problem('/v1/messages', post)).toMatchObject({ status: 415 })
    expect(await server.problem('/v1/messages?inbox=x', { ...post, method: 'PATCH' })).toMatchObject({
      status: 415,
    })
  })

  it('of a message are taken by one route only', async () => {
    const patch = { method: 'PATCH', headers: { 'content-type': 'message/rfc822' }, body: '{"read":true}' }

    expect(await server.problem('/v1/messages?inbox=x', patch)).toMatchObject({ status: 415 })
  })

  it('of JSON may have 1 MB', async () => {
    const big = jsonBody('POST', { from: 'a@b.test', to: 'c@d.test', text: 'x'.repeat(1024 * 1024) })

    expect(await server.problem('/v1/messages', big)).toMatchObject({ status: 413 })
  })

  it('that are not JSON, or would reach a prototype, are refused', async () => {
    const post = (body: string) =>
      server.problem('/v1/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })

    expect(await post('{')).toMatchObject({ status: 400, detail: 'The body is not valid JSON.' })
    expect(await post('{"__proto__":{"from":"x"}}')).toMatchObject({ status: 400 })
    expect(await post('')).toMatchObject({ status: 400 })
    expect(await post('[]')).toMatchObject({ status: 400 })
    expect(await post('null')).toMatchObject({ status: 400 })
  })
})

describe('every answer', () => {
  it.each(['/', '/v1/status', '/v1/nothing', '/v1/%zz', '/docs', '/metrics'])(
    'of %s forbids sniffing, referring and framing',
    async (path) => {
      const { headers } = await server.ask(path)

      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    },
  )

  it('that refuses a host carries them too', async () => {
    expect(await send('GET / HTTP/1.1', 'Host: evil.example')).toMatch(/x-content-type-options: nosniff/i)
  })

  const page = 'http://app.test:3000'

  it.each([
    ['no page may read it', { pages: [], asks: {} }, [undefined, undefined]],
    ['a page may read it', { pages: [page], asks: {} }, [undefined, 'Origin']],
    ['a page reads it', { pages: [page], asks: { origin: page } }, [page, 'Origin']],
  ])('to a wait that was met carries them once, where %s', async (_, { pages, asks }, cors) => {
    const { mailhold, keep, ask } = await startServer({ corsOrigin: pages })
    onTestFinished(() => mailhold.stop())
    await keep('Subject: Met\r\n\r\n')

    const answer = await ask('/v1/wait?subject=Met', { headers: asks })

    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-dns-prefetch-control': 'off',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    })
    expect([headers['access-control-allow-origin'], headers.vary]).toEqual(cors)
    expect(await answer.json()).toMatchObject({ pass: true, matched: 1 })
  })
})
