// MailDev's API, both families of paths.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { note, pixel, rich, send, welcome } from '../mails.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.mailhold.stop())
beforeEach(async () => {
  await server.ask('/email/all', { method: 'DELETE' })
})

interface Email {
  readonly id: string
  readonly subject: string
  readonly read: boolean
}

const subjects = async (path: string): Promise<string[]> =>
  (await server.json<Email[]>(path)).map(({ subject }) => subject)

describe('an email', () => {
  test('has every member that MailDev gives it', async () => {
    await send(server, welcome, { from: 'app@example.com', to: ['bob@example.com', 'eve@example.com'] })

    const [email] = await server.json<Email[]>('/email')

    expect(email).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{20}$/),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      read: false,
      subject: 'Welcome aboard',
      size: Buffer.byteLength(welcome),
      sizeHuman: `${Buffer.byteLength(welcome)} bytes`,
      from: [{ address: 'ada@example.com', name: 'Ada Lovelace' }],
      to: [
        { address: 'bob@example.com', name: 'Bob' },
        { address: 'carol@example.com', name: '' },
      ],
      cc: [{ address: 'dave@example.com', name: '' }],
      bcc: [],
      calculatedBcc: [{ address: 'eve@example.com', name: '' }],
      date: '2026-08-01T12:00:00.000Z',
      text: 'Your code is 482913.\r\n',
      headers: {
        from: '"Ada Lovelace" <ada@example.com>',
        to: 'Bob <bob@example.com>, carol@example.com',
        cc: 'dave@example.com',
        'reply-to': 'help@example.com',
        subject: 'Welcome aboard',
        'message-id': '<1@example.com>',
        date: 'Sat, 01 Aug 2026 12:00:00 +0000',
        'mime-version': '1.0',
        'content-type': 'text/plain; charset=utf-8',
      },
      messageId: '1@example.com',
      priority: 'normal',
      attachments: [],
      envelope: {
        from: { address: 'app@example.com', args: false },
        to: [
          { address: 'bob@example.com', args: false },
          { address: 'eve@example.com', args: false },
        ],
        host: 'tests',
        remoteAddress: '127.0.0.1',
      },
      source: '',
    })
    expect(await server.json('/api/email')).toEqual([email])
  })

  test('has its HTML, its attachments and fields that come twice', async () => {
    await send(server, rich)

    const [email] = await server.json<Record<string, unknown>[]>('/email')

    expect(email).toMatchObject({
      html: expect.stringContaining('<b>cafés</b>'),
      text: 'Two cafés, please pay.',
      headers: { 'x-trace': ['one', 'two'], 'x-mailer': 'shop  folded' },
      attachments: [
        {
          fileName: 'dot.png',
          filename: 'dot.png',
          generatedFileName: 'dot.png',
          contentDisposition: 'inline',
          contentId: 'dot@shop',
          size: pixel.length,
          length: pixel.length,
          contentType: 'image/png',
          transferred: true,
        },
        { fileName: 'bill.html', contentType: 'text/html', contentDisposition: 'attachment', contentId: '' },
      ],
    })
  })

  test.each([
    ['X-Priority: 1', 'high'],
    ['Importance: low', 'low'],
    ['X-Other: 1', 'normal'],
  ])('with %s is of priority %s', async (field, priority) => {
    await send(server, `${field}\r\nIn-Reply-To: <0@example.com>\r\n\r\nx`)

    expect(await server.json('/email')).toMatchObject([{ priority, inReplyTo: ['0@example.com'] }])
    expect(await server.json('/api/email')).toMatchObject([{ inReplyTo: '0@example.com' }])
  })
})

describe.each(['', '/api'])('under "%s"', (prefix) => {
  test('emails are listed oldest first, from the skipped on', async () => {
    for (const subject of ['one', 'two', 'three']) await send(server, note(subject))

    expect(await subjects(`${prefix}/email`)).toEqual(['one', 'two', 'three'])
    expect(await subjects(`${prefix}/email?skip=1`)).toEqual(['two', 'three'])
    expect(await subjects(`${prefix}/email?skip=1&limit=1`)).toEqual(['two'])
  })

  test('members filter, with dots and of lists', async () => {
    await send(server, welcome)
    await send(server, rich)

    expect(await subjects(`${prefix}/email?subject=Welcome%20aboard`)).toEqual(['Welcome aboard'])
    expect(await subjects(`${prefix}/email?to.address=carol@example.com`)).toEqual(['Welcome aboard'])
    expect(await subjects(`${prefix}/email?headers.x-trace=two&read=false`)).toEqual(['Café bill'])
    expect(await subjects(`${prefix}/email?subject=Welcome`)).toEqual([])
    expect(await subjects(`${prefix}/email?__proto__.x=1`)).toEqual([])
  })

  test('looking at one marks it as read', async () => {
    await send(server, welcome)
    const [{ id } = { id: '' }] = await server.json<Email[]>(`${prefix}/email`)

    expect(await server.json(`${prefix}/email/${id}`)).toMatchObject({ id, read: true })
    expect(await server.json(`${prefix}/email`)).toMatchObject([{ read: true }])
  })

  test('one is deleted, or all', async () => {
    for (const subject of ['one', 'two', 'three']) await send(server, note(subject))
    const [{ id } = { id: '' }] = await server.json<Email[]>(`${prefix}/email`)

    expect(await server.json(`${prefix}/email/${id}`, { method: 'DELETE' })).toBe(true)
    expect(await subjects(`${prefix}/email`)).toEqual(['two', 'three'])
    expect(await server.json(`${prefix}/email/all`, { method: 'DELETE' })).toBe(true)
    expect(await subjects(`${prefix}/email`)).toEqual([])
  })

  test('what is not there is an error in JSON', async () => {
    const missing = { error: 'Email was not found' }
    const answers = [
      await server.ask(`${prefix}/email/none`),
      await server.ask(`${prefix}/email/none/html`),
      await server.ask(`${prefix}/email/none`, { method: 'DELETE' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404, prefix === '' ? 500 : 404])
    for (const answer of answers) expect(await answer.json()).toEqual(missing)
  })

  test('all are marked as read', async () => {
    await send(server, note('one'))
    await send(server, note('two'))

    expect(await server.json(`${prefix}/email/read-all`, { method: 'PATCH' })).toBe(2)
    expect(await server.json(`${prefix}/email`)).toMatchObject([{ read: true }, { read: true }])
  })

  test('HTML, source and attachments go out safely', async () => {
    await send(server, rich)
    const [{ id } = { id: '' }] = await server.json<Email[]>(`${prefix}/email`)
    const path = `${prefix}/email/${id}`

    const [html, source, file, dot, bill] = await Promise.all(
      ['html', 'source', 'download', 'attachment/dot.png', 'attachment/bill.html'].map((name) =>
        server.ask(`${path}/${name}`),
      ),
    )
    const text = await html?.text()
    expect(text).toContain('<b>cafés</b>')
    expect(text).not.toContain('<script')
    expect(await source?.text()).toBe(rich)
    expect([await file?.text(), file?.headers.get('content-type')]).toEqual([rich, 'message/rfc822'])
    expect(Buffer.from((await dot?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(pixel)
    expect(bill?.headers.get('content-type')).toBe('application/octet-stream')
    for (const answer of [html, source, file, dot, bill]) {
      expect(answer?.headers.get('content-security-policy')).toMatch(/^sandbox/)
      expect(answer?.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await server.ask(`${path}/attachment/..%2Fdot.png`)).status).toBe(404)
  })

  test('nothing can be relayed', async () => {
    await send(server, welcome)
    const [{ id } = { id: '' }] = await server.json<Email[]>(`${prefix}/email`)

    for (const path of [`${prefix}/email/${id}/relay`, `${prefix}/email/${id}/relay/x@example.com`]) {
      const answer = await server.ask(path, { method: 'POST' })
      expect([answer.status, await answer.json()]).toEqual([500, { error: 'Outgoing mail not configured' }])
    }
  })

  test('config and health are told', async () => {
    expect(await server.json(`${prefix}/config`)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      smtpPort: server.mailhold.smtp?.port,
      isOutgoingEnabled: false,
      outgoingHost: null,
    })
    expect(await server.json(`${prefix}/healthz`)).toBe(true)
  })

  test('HEAD is answered wherever GET is', async () => {
    await send(server, rich)
    const [{ id } = { id: '' }] = await server.json<Email[]>(`${prefix}/email`)
    const one = `${prefix}/email/${id}`

    for (const path of [
      `${prefix}/email`,
      one,
      `${one}/html`,
      `${one}/source`,
      `${one}/download`,
      `${one}/attachment/dot.png`,
      `${prefix}/config`,
      `${prefix}/healthz`,
    ]) {
      const answer = await server.ask(path, { method: 'HEAD' })
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, ''])
    }
    expect(await server.json(`${prefix}/email`)).toMatchObject([{ read: false }])
  })
})
