import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbox, InboxList } from '#mailhold/wire/inbox.js'
import type { SessionList } from '#mailhold/wire/session.js'
import type { Status } from '#mailhold/wire/status.js'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ label: 'Team <A>', maxMessages: 77, inboxDomain: 'in.test' })
})

afterAll(async () => {
  await server.mailhold.stop()
})

describe('status', () => {
  it('tells the version, where it listens, its limits and counts', async () => {
    const before = await server.json<Status>('/v1/status')
    await server.keep('Subject: one\r\n\r\n', '?to=a@w1.in.test')
    const after = await server.json<Status>('/v1/status')

    expect(before).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      label: 'Team <A>',
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      limits: { maxMessages: 77, maxMessageSize: expect.any(Number), maxAge: 30 * 86_400 },
      counts: { messages: 0, unread: 0, openSessions: 0, openTransactions: 0 },
      evictions: { maxMessages: 0, maxAge: 0, maxStoreSize: 0 },
    })
    expect(before.listeners).toContainEqual({ protocol: 'http', host: '127.0.0.1', port: server.port })
    expect(after.counts.messages).toBe(1)
    expect(after.cursor).not.toBe(before.cursor)
  })

  it('is told to Prometheus too', async () => {
    const answer = await server.ask('/metrics')
    const text = await answer.text()

    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/)
    expect(text).toMatch(/^mailhold_messages \d+$/m)
    expect(text).toMatch(/^mailhold_evicted_messages\{limit="maxAge"\} 0$/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  })

  it('is alive and ready', async () => {
    expect(await server.json('/livez')).toEqual({ status: 'ok' })
    expect(await server.json('/readyz')).toEqual({ status: 'ok' })
  })
})

describe('inboxes', () => {
  it('are listed with how to reach them', async () => {
    await server.keep('Subject: two\r\n\r\n', '?to=a@w2.in.test')
    const { inboxes } = await server.json<InboxList>('/v1/inboxes')

    expect(inboxes.find(({ name }) => name === 'w2')).toEqual({
      name: 'w2',
      messages: 1,
      unread: 1,
      newestAt: expect.stringMatching(/Z$/),
      expiresAt: null,
      address: '*@w2.in.test',
      smtp: { user: 'w2', url: `smtp://w2:any@127.0.0.1:${server.mailhold.smtp?.port}` },
      pop3: {
        user: 'inbox:w2',
        url: `pop3://inbox%3Aw2:any@127.0.0.1:${server.mailhold.pop3?.port}`,
      },
      url: '/v1/messages?inbox=w2',
    } satisfies Inbox)
  })
})

describe('the page', () => {
  it.each(['/', '/inboxes/w1', '/inboxes/w1/messages/abc/headers', '/messages/abc', '/?q=is:unread'])(
    'starts the same at %s, and takes scripts from this server only',
    async (path) => {
      const answer = await server.ask(path)
      const html = await answer.text()

      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      )
      expect(html).toContain('<base href="/" />')
    },
  )

  it('sends its files compressed, for good, and only those', async () => {
    const html = await (await server.ask('/')).text()
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''

    const answer = await server.ask(script, { headers: { 'accept-encoding': 'br' } })

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/assets/', '/assets/none.js', '/assets/..%2findex.html'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 404])
  })

  // as raw octets: clients mend such paths before they send them
  it.each([
    '/assets/',
    '/assets//',
    '/assets/%00',
    '/assets/a%00b.js',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/assets/%5c..%5cindex.html',
  ])('has nothing at %s, and no trouble with it', async (path) => {
    const answer = await server.dialogue(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    )

    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  })
})

describe('the description of the API', () => {
  it('names every path and every shape once', async () => {
    const document = await server.json<OpenApi>('/v1/openapi.json')

    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/livez',
      '/metrics',
      '/readyz',
      '/v1/assert',
      '/v1/criteria.schema.json',
      '/v1/cursor',
      '/v1/events',
      '/v1/export',
      '/v1/faults',
      '/v1/faults/{id}',
      '/v1/inboxes',
      '/v1/inboxes/{name}',
      '/v1/messages',
      '/v1/messages/{id}',
      '/v1/messages/{id}/attachments.zip',
      '/v1/messages/{id}/html',
      '/v1/messages/{id}/parts/{path}',
      '/v1/messages/{id}/raw',
      '/v1/messages/{id}/text',
      '/v1/messages/{id}/view',
      '/v1/sessions',
      '/v1/sessions/{id}',
      '/v1/status',
      '/v1/tags',
      '/v1/wait',
    ])
    expect(Object.keys(document.paths['/v1/messages'] ?? {}).sort()).toEqual([
      'delete',
      'get',
      'patch',
      'post',
    ])
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Summary', 'Message', 'Part', 'NewMail', 'Status']),
    )
    for (const reference of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(reference[1] ?? '')
    }
  })

  it('is shown to people without asking another server for anything', async () => {
    const page = await server.ask('/docs')
    const html = await page.text()
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')

    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(loaded.length).toBe(4)
    for (const path of loaded) {
      expect(path).toMatch(/^\/docs\//)
      expect((await server.ask(path)).status).toBe(200)
    }
    expect(await (await server.ask('/docs/start.js')).text()).toContain('url: "/v1/openapi.json"')
    expect((await server.ask('/docs/swagger-initializer.js')).status).toBe(404)
    expect((await server.ask('/docs/..%2Fpackage.json')).status).toBe(404)
  })

  it('names each operation once, in letters that any language takes', async () => {
    const names = (await operations()).map(([, { operationId }]) => operationId)

    expect(names.filter((name) => !/^[a-z]+[A-Z][A-Za-z]*$/.test(name ?? ''))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('has words for each answer, and calls errors by their type', async () => {
    const answers = (await operations()).flatMap(([place, { responses }]) =>
      Object.entries(responses).map(([status, response]) => ({
        place: `${place} ${status}`,
        status,
        ...response,
      })),
    )
    const contents = ({ content = {} }: (typeof answers)[number]) => Object.keys(content)

    expect(answers.filter(({ description }) => description === 'Default Response')).toEqual([])
    for (const answer of answers.filter(({ status }) => /^[45](?!22)/.test(status))) {
      expect([answer.place, contents(answer)]).toEqual([answer.place, ['application/problem+json']])
    }
  })

  it.each([
    ['post', '/v1/wait'],
    ['get', '/v1/wait'],
    ['post', '/v1/assert'],
  ])('says of %s %s that it answers in text too', async (method, path) => {
    const { paths } = await server.json<OpenApi>('/v1/openapi.json')

    for (const status of ['200', '422']) {
      const content = paths[path]?.[method]?.responses[status]?.content ?? {}
      expect(Object.keys(content)).toEqual(['application/json', 'text/plain'])
    }
  })

  it('says which bodies may be left out, and they may', async () => {
    const bodies = (await operations()).flatMap(([place, { requestBody }]) =>
      requestBody ? [[place, requestBody.required]] : [],
    )

    expect(Object.fromEntries(bodies)).toEqual({
      'patch /v1/messages': true,
      'post /v1/messages': true,
      'patch /v1/messages/{id}': true,
      'post /v1/inboxes': false,
      'post /v1/faults': true,
      'post /v1/wait': true,
      'post /v1/assert': true,
    })
    expect((await server.ask('/v1/inboxes', { method: 'POST' })).status).toBe(201)
    expect(await server.problem('/v1/faults', { method: 'POST' })).toMatchObject({ status: 400 })
    expect(await server.problem('/v1/messages?q=x', { method: 'PATCH' })).toMatchObject({
      detail: 'The body must have one of read, addTags, removeTags.',
    })
  })
})

async function operations(): Promise<readonly (readonly [string, Operation])[]> {
  const { paths } = await server.json<OpenApi>('/v1/openapi.json')
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  )
}

interface Operation {
  readonly operationId?: string
  readonly requestBody?: { readonly required: boolean }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >
}

interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

describe('sessions', () => {
  it('are none for mail that came by HTTP', async () => {
    expect(await server.json<SessionList>('/v1/sessions')).toEqual({ sessions: [], nextPage: null })
  })
})
