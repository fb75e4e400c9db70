// MailHog's API, asked by its npm client and by hand.

import mailhogClient from 'mailhog'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../../support/http.js'
import { openSender } from '../../../support/smtp-sender.js'
import { note, pixel, rich, send, welcome } from '../mails.js'

let server: TestServer
let mailhog: ReturnType<typeof mailhogClient>

beforeAll(async () => {
  server = await startServer()
  mailhog = mailhogClient({ host: '127.0.0.1', port: server.port })
})
afterAll(() => server.mailhold.stop())
beforeEach(() => mailhog.deleteAll())

interface Answer {
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

describe('a list', () => {
  test('has every member that a list of MailHog has', async () => {
    await send(server, welcome, { from: 'app@example.com', to: ['bob@example.com', 'carol'] })

    const list = await server.json<Answer>('/api/v2/messages')

    const path = (Mailbox: string, Domain: string) => ({ Relays: null, Mailbox, Domain, Params: '' })
    const id = list.items[0]?.ID
    expect(list).toEqual({ total: 1, count: 1, start: 0, items: [list.items[0]] })
    expect(list.items[0]).toEqual({
      ID: expect.stringMatching(/^[a-z0-9]{20}$/),
      From: path('app', 'example.com'),
      To: [path('bob', 'example.com'), path('carol', '')],
      Content: {
        Headers: {
          From: ['"Ada Lovelace" <ada@example.com>'],
          To: ['Bob <bob@example.com>, carol@example.com'],
          Cc: ['dave@example.com'],
          'Reply-To': ['help@example.com'],
          Subject: ['Welcome aboard'],
          'Message-ID': ['<1@example.com>'],
          Date: ['Sat, 01 Aug 2026 12:00:00 +0000'],
          'MIME-Version': ['1.0'],
          'Content-Type': ['text/plain; charset=utf-8'],
          Received: [expect.stringMatching(new RegExp(`^from tests by mailhold .*\\r\\n +id ${id}; `))],
          'Return-Path': ['<app@example.com>'],
        },
        Body: 'Your code is 482913.\r\n',
        Size: Buffer.byteLength(welcome),
        MIME: null,
      },
      Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      MIME: null,
      Raw: { From: 'app@example.com', To: ['bob@example.com', 'carol'], Data: welcome, Helo: 'tests' },
    })
  })

  test('is paged by number, newest first', async () => {
    for (const subject of ['one', 'two', 'three']) await send(server, note(subject))

    const page = await mailhog.messages(1, 1)

    expect(page).toMatchObject({ total: 3, count: 1, start: 1 })
    expect(page?.items[0]?.subject).toBe('two')
    expect(await server.json('/api/v2/messages?start=2&limit=9')).toMatchObject({ start: 2, count: 1 })
  })
})

describe('a message', () => {
  test('is decoded by the client from undecoded bodies and headers', async () => {
    await send(server, rich)

    const mail = (await mailhog.messages())?.items[0]

    expect([mail?.subject, mail?.from]).toEqual(['Café bill', 'shop@example.com'])
    expect(mail?.attachments.map(({ name, Body }) => [name, Buffer.from(Body, 'base64').toString()])).toEqual(
      [['bill.html', '<script>alert(2)</script>']],
    )
  })

  test('has its pieces as a tree, the closing boundary included', async () => {
    await send(server, rich)

    const { items } = await server.json<{ items: { ID: string; MIME: Tree }[] }>('/api/v2/messages')

    const [related, bill, closing] = items[0]?.MIME.Parts ?? []
    expect(related?.MIME?.Parts[0]?.MIME?.Parts[0]).toMatchObject({
      Headers: { 'Content-Transfer-Encoding': ['quoted-printable'] },
      Body: 'Two caf=C3=A9s, please pay.',
      MIME: null,
    })
    expect(bill?.Headers['Content-Disposition']).toEqual(['attachment; filename=bill.html'])
    expect(closing).toEqual({ Headers: {}, Body: '--', Size: 2, MIME: null })
  })

  test('is shown, downloaded and deleted by its id', async () => {
    await send(server, welcome)
    const { items } = await server.json<Answer>('/api/v2/messages')
    const path = `/api/v1/messages/${items[0]?.ID}`

    const file = await server.ask(`${path}/download`)
    expect(await server.json(path)).toEqual(items[0])
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['message/rfc822', welcome])
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    await mailhog.deleteMessage(String(items[0]?.ID))
    expect((await mailhog.messages())?.total).toBe(0)
    for (const method of ['GET', 'DELETE']) expect((await server.ask(path, { method })).status).toBe(404)
  })

  test('gives its pieces as downloads that cannot run', async () => {
    await send(server, rich)
    const { items } = await server.json<Answer>('/api/v2/messages')
    const path = `/api/v1/messages/${items[0]?.ID}/mime/part`

    const page = await server.ask(`${path}/1/download`)
    expect(await page.text()).toBe('<script>alert(2)</script>')
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-disposition')).toBe('attachment; filename="bill.html"')
    expect(page.headers.get('content-security-policy')).toContain('sandbox')
    expect((await server.ask(`${path}/9/download`)).status).toBe(404)
    expect((await server.ask(`${path}/x/download`)).status).toBe(400)
  })

  test('is not read by being looked at', async () => {
    await send(server, welcome)

    await mailhog.messages()

    expect(await server.json('/v1/messages')).toMatchObject({ messages: [{ read: false }] })
  })
})

describe('a search', () => {
  beforeEach(async () => {
    await send(server, welcome, { from: 'bounce@example.com', to: ['eve@example.net'] })
    await send(server, rich)
  })

  test.each([
    ['Lovelace', 'from', ['Welcome aboard']],
    ['BOUNCE@', 'from', ['Welcome aboard']],
    ['eve@example.net', 'to', ['Welcome aboard']],
    ['example.', 'to', ['Café bill', 'Welcome aboard']],
    ['cafés', 'containing', ['Café bill']],
    ['caf=C3=A9s', 'containing', ['Café bill']],
    ['x-mailer', 'containing', ['Café bill']],
    ['482913', 'containing', ['Welcome aboard']],
    ['nowhere', 'containing', []],
  ] as const)('finds %s in %s', async (query, kind, subjects) => {
    const found = await mailhog.search(query, kind)

    expect(found?.total).toBe(subjects.length)
    expect(found?.items.map(({ subject }) => subject)).toEqual(subjects)
  })

  test('gives the latest to, from and containing', async () => {
    expect((await mailhog.latestTo('bob@example.com'))?.subject).toBe('Café bill')
    expect((await mailhog.latestFrom('ada@example.com'))?.subject).toBe('Welcome aboard')
    expect((await mailhog.latestContaining('code'))?.subject).toBe('Welcome aboard')
  })

  test.each(['kind=subject&query=x', 'kind=to', 'query=x'])('%s is refused', async (query) => {
    const answer = await server.ask(`/api/v2/search?${query}`)

    expect([answer.status, await answer.text()]).toEqual([400, ''])
  })
})

describe('Jim', () => {
  test('comes, misbehaves as told, and goes', async () => {
    const gone = (await server.ask('/api/v2/jim')).status
    const made = (await server.ask('/api/v2/jim', { method: 'POST' })).status
    const usual = await server.json('/api/v2/jim')
    const changed = await server.ask(
      '/api/v2/jim',
      jsonBody('PUT', { AcceptChance: 1, RejectSenderChance: 1 }),
    )
    const sender = await openSender(server.mailhold.smtp?.port ?? 0)
    const refused = await sender.say('MAIL FROM:<a@example.com>')
    const ended = (await server.ask('/api/v2/jim', { method: 'DELETE' })).status
    const taken = await sender.say('MAIL FROM:<a@example.com>')
    sender.close()

    expect([gone, made, changed.status, ended]).toEqual([404, 201, 200, 200])
    expect(usual).toEqual({
      DisconnectChance: 0.005,
      AcceptChance: 0.99,
      LinkSpeedAffect: 0.1,
      LinkSpeedMin: 1024,
      LinkSpeedMax: 10240,
      RejectSenderChance: 0.05,
      RejectRecipientChance: 0.05,
      RejectAuthChance: 0.05,
    })
    expect([refused.code, taken.code]).toEqual([550, 250])
    expect(await server.json('/v1/faults')).toEqual({ faults: [] })
  })

  test('is not changed by a body that cannot be read', async () => {
    await server.ask('/api/v2/jim', { method: 'POST' })

    for (const body of ['{', '[]', '{"RejectSenderChance":2}', '{"RejectSenderChance":"x"}']) {
      expect((await server.ask('/api/v2/jim', { method: 'PUT', body })).status).toBe(400)
    }
    expect(await server.json('/api/v2/jim')).toMatchObject({ RejectSenderChance: 0.05 })
    await server.ask('/api/v2/jim', { method: 'DELETE' })
  })
})

test('there are no servers to release to', async () => {
  await send(server, welcome)
  const { items } = await server.json<Answer>('/api/v2/messages')

  expect(await server.json('/api/v2/outgoing-smtp')).toEqual({})
  const released = await mailhog.releaseMessage(String(items[0]?.ID), {
    host: 'x',
    port: '25',
    email: 'a@b.c',
  })
  expect(released.statusCode).toBe(404)
})

test('new messages are told as server-sent events', async () => {
  const reading = new AbortController()
  const answer = await server.ask('/api/v1/events', { signal: reading.signal })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()

  await send(server, note('live'))
  let text = ''
  while (!text.endsWith('\n\n')) text += (await reader?.read())?.value ?? ''

  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(JSON.parse(text.replace(/^data: /, ''))).toMatchObject({
    Content: { Headers: { Subject: ['live'] } },
  })
  reading.abort()
})

test('HEAD is answered wherever GET is', async () => {
  await send(server, rich)
  const { items } = await server.json<Answer>('/api/v2/messages')
  const one = `/api/v1/messages/${items[0]?.ID}`

  for (const path of [
    '/api/v2/messages',
    '/api/v2/search?kind=to&query=bob',
    '/api/v2/outgoing-smtp',
    one,
    `${one}/download`,
    `${one}/mime/part/0/download`,
  ]) {
    const answer = await server.ask(path, { method: 'HEAD' })
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, ''])
  }
})

test('without Mailpit, MailHog has /api/v1/messages for itself', async () => {
  const alone = await startServer({ compat: 'mailhog' })
  await send(alone, note('one'))

  const list = await alone.json<{ Content: { Size: number } }[]>('/api/v1/messages')
  const removed = await alone.ask('/api/v1/messages', { method: 'DELETE' })

  expect(list.map(({ Content }) => Content.Size)).toEqual([Buffer.byteLength(note('one'))])
  expect([removed.status, await removed.text(), await alone.json('/api/v1/messages')]).toEqual([200, '', []])
  await alone.mailhold.stop()
})

interface Tree {
  readonly Parts: readonly Piece[]
}

interface Piece {
  readonly Headers: Readonly<Record<string, readonly string[]>>
  readonly Body: string
  readonly MIME: Tree | null
}

test('an inline picture is a piece of its own', async () => {
  await send(server, rich)

  const { items } = await server.json<{ items: { MIME: Tree }[] }>('/api/v2/messages')

  expect(items[0]?.MIME.Parts[0]?.MIME?.Parts[1]?.Body).toBe(pixel.toString('base64'))
})
