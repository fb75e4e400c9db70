// The guard in front of other servers' paths: no web page may use them to read or change mail, whatever it pretends to send.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'
import { note, send } from './mails.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ corsOrigin: 'http://app.example' })
})
afterAll(() => server.mailhold.stop())
beforeEach(async () => {
  await server.ask('/v1/messages?all=true', { method: 'DELETE' })
  await send(server, note('kept'))
})

const left = async (): Promise<number> =>
  (await server.json<{ messages: unknown[] }>('/v1/messages')).messages.length

/** A request by hand: fetch sets some headers itself. */
const say = (method: string, path: string, headers: readonly string[], body = ''): Promise<string> =>
  server.dialogue(
    [
      `${method} ${path} HTTP/1.1`,
      'Host: localhost',
      'Connection: close',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...headers,
      '',
      body,
    ].join('\r\n'),
  )

const statusOf = (answer: string): number => Number(answer.split(' ')[1])

const changing = [
  ['DELETE', '/api/v1/messages'],
  ['DELETE', '/api/v1/search?query=subject:kept'],
  ['PUT', '/api/v1/messages'],
  ['POST', '/api/v1/send'],
  ['PUT', '/api/v1/tags'],
  ['PUT', '/api/v1/chaos'],
  ['POST', '/api/v2/jim'],
  ['DELETE', '/email/all'],
  ['DELETE', '/api/email/all'],
  ['POST', '/api/email/delete'],
  ['POST', '/user'],
] as const

describe.each(changing)('%s %s', (method, path) => {
  test('is refused to a page of another origin', async () => {
    expect(statusOf(await say(method, path, ['Origin: https://evil.example']))).toBe(403)
    expect(statusOf(await say(method, path, ['Origin: null']))).toBe(403)
    expect(statusOf(await say(method, path, ['Sec-Fetch-Site: cross-site']))).toBe(403)
    expect(await left()).toBe(1)
  })

  test('wants JSON to be called JSON by whoever shows an Origin, even a trusted one', async () => {
    const body = '{"IDs":[],"ids":["x"],"Read":true}'
    const trusted = 'Origin: http://app.example'

    expect(statusOf(await say(method, path, [trusted, 'Content-Type: text/plain'], body))).toBe(415)
    expect(statusOf(await say(method, path, [trusted], body))).toBe(415)
    expect(await left()).toBe(1)
  })
})

test('reading is refused to a page of another site', async () => {
  for (const path of [
    '/api/v1/messages',
    '/api/v2/messages',
    '/email',
    '/view/latest.html',
    '/api/v1/events',
  ]) {
    expect([path, statusOf(await say('GET', path, ['Sec-Fetch-Site: cross-site']))]).toEqual([path, 403])
  }
})

test('a name that points here is refused', async () => {
  const asked = (path: string) =>
    server.dialogue(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)

  for (const path of ['/api/v1/messages', '//view/latest.html', '/email', '/api/events']) {
    expect([path, statusOf(await asked(path))]).toEqual([path, 421])
  }
})

test('encoded paths come to the same guard', async () => {
  for (const path of [
    '/%61pi/v1/messages',
    '/api/v1%2Fmessages',
    '/api/v1/%6Dessages',
    '/email/%61ll',
    '/api/v1/messages/',
  ]) {
    const status = statusOf(await say('DELETE', path, ['Origin: https://evil.example']))
    expect([path, status]).toEqual([path, 403])
  }
  expect(await left()).toBe(1)
})

test('a password asked for is asked for here too, but for the health', async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { hashSync } = await import('bcryptjs')
  const folder = mkdtempSync(`${tmpdir()}/mailhold-guard-`)
  writeFileSync(`${folder}/users`, `ada:${hashSync('secret', 4)}\n`)
  const closed = await startServer({ httpAuth: `${folder}/users` })

  const statuses = await Promise.all(
    [
      '/api/v1/messages',
      '/api/v2/messages',
      '/email',
      '/config',
      '/view/latest',
      '/healthz',
      '/api/healthz',
    ].map(async (path) => (await closed.ask(path)).status),
  )

  expect(statuses).toEqual([401, 401, 401, 401, 401, 200, 200])
  await closed.mailhold.stop()
  rmSync(folder, { recursive: true })
})

describe('--compat', () => {
  test('switches all of them off', async () => {
    const plain = await startServer({ compat: 'none' })

    for (const path of [
      '/api/v1/messages',
      '/api/v2/messages',
      '/email',
      '/api/email',
      '/view/latest',
      '/healthz',
    ]) {
      expect([path, (await plain.ask(path)).status]).toEqual([path, 404])
    }
    expect((await plain.ask('/user', { method: 'POST' })).status).toBe(404)
    expect(await (await plain.ask('/metrics')).text()).not.toContain('mailpit_')
    await plain.mailhold.stop()
  })

  test('switches one on', async () => {
    const one = await startServer({ compat: 'maildev' })

    expect((await one.ask('/email')).status).toBe(200)
    expect((await one.ask('/api/v1/messages')).status).toBe(404)
    await one.mailhold.stop()
  })

  test('leaves our own API and its description as they are', async () => {
    const { paths } = await server.json<{ paths: Record<string, unknown> }>('/v1/openapi.json')

    expect(Object.keys(paths).filter((path) => !/^\/(?:v1\/|livez|readyz|metrics)/.test(path))).toEqual([])
    expect((await server.ask('/v1/messages?start=1')).status).toBe(400)
  })

  test('lies under the base path with everything else', async () => {
    const under = await startServer({ basePath: '/mail' })

    expect((await fetch(`${under.mailhold.url}/api/v1/messages`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${under.port}/api/v1/messages`)).status).toBe(404)
    await under.mailhold.stop()
  })
})
