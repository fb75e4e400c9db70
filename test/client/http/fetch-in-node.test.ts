import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { chunksOf } from '#mailhold/client/http/answer.js'
import { fetchInNode } from '#mailhold/client/http/fetch-in-node.js'
import { createClient } from '#mailhold/client/in-node.js'
import { startServer } from '../../cli/running-server.js'

const servers: Server[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const bodyOf = async (request: IncomingMessage): Promise<string> =>
  Buffer.concat(await request.toArray()).toString()

const get = { method: 'GET', headers: {} }

it('sends what it is given and reads the answer, on one connection', async () => {
  const ports = new Set<number | undefined>()
  const url = await served(async (request, response) => {
    ports.add(request.socket.remotePort)
    const { method, url: path, headers } = request
    response.writeHead(422, 'Not met', { 'content-type': 'application/json' })
    response.end(JSON.stringify({ method, path, headers, body: await bodyOf(request) }))
  })
  for (const body of ['{"subject":"Grüße"}', new TextEncoder().encode('{"subject":"Grüße"}')]) {
    const answer = await fetchInNode(`${url}/v1/wait?q=1`, { method: 'POST', headers: { 'x-a': 'b' }, body })

    expect(answer).toMatchObject({ ok: false, status: 422, statusText: 'Not met' })
    expect(await answer.json()).toMatchObject({
      method: 'POST',
      path: '/v1/wait?q=1',
      headers: { 'x-a': 'b', 'content-length': '21' },
      body: '{"subject":"Grüße"}',
    })
  }
  expect(ports.size).toBe(1)
})

it.each(['text', 'arrayBuffer'] as const)('reads megabytes by %s()', async (how) => {
  const url = await served((_, response) => response.end('é'.repeat(1_000_000)))
  const answer = await fetchInNode(url, get)

  const body = await answer[how]()
  expect(typeof body === 'string' ? body.length : body.byteLength).toBe(
    how === 'text' ? 1_000_000 : 2_000_000,
  )
})

it('rejects where nobody listens, with the code of the system', async () => {
  const url = await served(() => undefined)
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))

  await expect(fetchInNode(url, get)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

it('ends with the signal before the answer, in the middle of it, and where it has ended already', async () => {
  const url = await served((request, response) => {
    if (request.url === '/slow') return
    response.write('begun')
  })
  const controller = new AbortController()
  const { signal } = controller
  const slow = fetchInNode(`${url}/slow`, { ...get, signal })
  const begun = await fetchInNode(url, { ...get, signal })
  const text = begun.text()
  controller.abort(new Error('enough'))

  await expect(slow).rejects.toThrow()
  await expect(text).rejects.toThrow('enough')
  await expect(fetchInNode(url, { ...get, signal })).rejects.toThrow()
})

it('tells of an answer that breaks off', async () => {
  const url = await served((request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('begun', () => setTimeout(() => request.socket.destroy(), 20))
  })
  const read = async (): Promise<void> => {
    for await (const chunk of chunksOf(await fetchInNode(url, get)))
      expect(String(Buffer.from(chunk))).toBe('begun')
  }

  await expect(read()).rejects.toThrow(TypeError)
  await expect((await fetchInNode(url, get)).json()).rejects.toThrow(TypeError)
})

it('ends the request when the reader leaves', async () => {
  let closed: (() => void) | undefined
  const gone = new Promise<void>((resolve) => {
    closed = resolve
  })
  const url = await served((_, response) => {
    response.on('close', () => closed?.())
    response.write('first')
  })
  for await (const chunk of chunksOf(await fetchInNode(url, get))) {
    expect(chunk.length).toBe(5)
    break
  }
  await gone
})

it('follows where a proxy sends it', async () => {
  const url = await served((request, response) => {
    if (request.url === '/there') response.end('{"arrived":true}')
    else response.writeHead(308, { location: '/there' }).end()
  })

  expect(await (await fetchInNode(`${url}/here`, get)).json()).toEqual({ arrived: true })
})

it('leaves TLS to fetch', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (...request: unknown[]) => {
    asked.push(request[0])
    return new Response('{}')
  })
  await fetchInNode('https://mailhold.example/v1/status', get)

  expect(asked).toEqual(['https://mailhold.example/v1/status'])
})

it('works where a test has replaced fetch and stopped the clock', async () => {
  const server = await startServer()
  const mailhold = createClient({ url: server.ready.http.url })
  vi.stubGlobal('fetch', () => {
    throw new Error('the app must not fetch')
  })
  vi.useFakeTimers()
  const inbox = mailhold.inbox()
  const waiting = inbox.findMail({ subject: 'Hello' })
  await mailhold.compose({
    from: 'app@example.com',
    to: inbox.address('ada'),
    subject: 'Hello',
    text: 'It works.',
  })

  expect((await waiting).subject).toBe('Hello')
  vi.useRealTimers()
  await server.stop()
})
