import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { List } from '#mailhold/wire/list.js'
import type { Summary } from '#mailhold/wire/summary.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ maxMessageSize: '1MB' })
})

afterAll(async () => {
  await server.mailhold.stop()
})

const raw = async (id: string) =>
  Buffer.from(await (await server.ask(`/v1/messages/${id}/raw`)).arrayBuffer())

describe('a message handed over as octets', () => {
  it('is in the very next list, under the place that the answer names', async () => {
    const answer = await server.ask('/v1/messages', {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: 'From: a@b.test\r\nTo: c@d.test\r\nSubject: hi\r\n\r\n',
    })
    const summary = (await answer.json()) as Summary
    const list = await server.json<List>('/v1/messages?limit=1')

    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/v1/messages/${summary.id}`)
    expect(list.messages).toEqual([summary])
  })

  it('keeps every octet', async () => {
    const octets = Buffer.from('From: a\nTo: b@c.test\n\n\0\xff\r\r\n.\r\n..\nFrom x\n', 'latin1')

    const { id } = await server.keep(new Uint8Array(octets))

    expect((await raw(id)).equals(octets)).toBe(true)
  })

  it.each([
    [
      'From: Ada <a@b.test>\r\nTo: "B, c" <b@c.test>,\r\n d@e.test\r\nCc: g: h@i.test, d@e.test;\r\nBcc: j@k.test\r\n\r\n',
      'a@b.test',
      ['b@c.test', 'd@e.test', 'h@i.test', 'j@k.test'],
    ],
    ['Return-Path: <r@b.test>\nFrom: a@b.test\nto: x@y.test\n\nTo: not@me.test\n', 'r@b.test', ['x@y.test']],
    ['Sender: s@b.test\r\nFrom: a@b.test, b@b.test\r\nTo: x@y.test', 's@b.test', ['x@y.test']],
    ['Subject: no one\r\n\r\n', '', []],
    ['\r\nTo: body@y.test\r\n', '', []],
    ['', '', []],
    ['no header at all', '', []],
  ])('%j has an envelope from its header', async (mail, from, to) => {
    expect((await server.keep(mail)).envelope).toEqual({ from, to })
  })

  it('has the envelope of the query when there is one', async () => {
    const mail = 'From: a@b.test\r\nTo: c@d.test\r\n\r\n'

    const both = await server.keep(mail, '?from=x@y.test&to=p@q.test,r@s.test')
    const quoted = await server.keep(mail, `?to=${encodeURIComponent('"a,b" <p@q.test>')}`)
    const nullPath = await server.keep(mail, '?from=')

    expect(both.envelope).toEqual({ from: 'x@y.test', to: ['p@q.test', 'r@s.test'] })
    expect(quoted.envelope).toEqual({ from: 'a@b.test', to: ['p@q.test'] })
    expect(nullPath.envelope).toEqual({ from: '', to: ['c@d.test'] })
  })

  it('has the sender of the query as its recipients are read', async () => {
    const mail = 'From: a@b.test\r\nTo: c@d.test\r\n\r\n'
    const sender = async (from: string) =>
      (await server.keep(mail, `?from=${encodeURIComponent(from)}`)).envelope.from

    expect(await sender('Ada <q@x.test>')).toBe('q@x.test')
    expect(await sender('<>')).toBe('')
  })

  it.each([
    ['from', 'a\r\nX:y', '"from" must be an address without control characters, got "a\\r\\nX:y".'],
    ['from', '\r\n', '"from" must be an address without control characters, got "\\r\\n".'],
    ['from', 'nobody here', '"from" must be an address like ada@example.com, got "nobody here".'],
    ['from', 'a@b.test, c@d.test', '"from" must be one address, got 2: an envelope has one sender.'],
    [
      'to',
      '<b@x.test\r\nRSET>',
      '"to" must be an address without control characters, got "<b@x.test\\r\\nRSET>".',
    ],
  ])('is refused with %s=%j', async (name, text, detail) => {
    const handed = {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: 'From: a@b.test\r\n\r\n',
    }

    const problem = await server.problem(`/v1/messages?${name}=${encodeURIComponent(text)}`, handed)

    expect(problem).toMatchObject({ status: 400, path: name, detail })
  })

  it('that is too big is refused, whether it says so or not', async () => {
    const big = new Uint8Array(1_000_001).fill(120)
    const announced = { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body: big }
    const streamed = { ...announced, body: new Blob([big]).stream(), duplex: 'half' as const }

    expect(await server.problem('/v1/messages', announced)).toMatchObject({
      status: 413,
      type: 'urn:mailhold:problem:tooBig',
    })
    expect(await server.problem('/v1/messages', streamed)).toMatchObject({ status: 413 })
    expect((await server.keep(big.subarray(1))).size).toBe(1_000_000)
  })

  it('is not kept when its sender goes away in the middle', async () => {
    const { cursor: before } = await server.json<List>('/v1/messages')
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      'POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\nContent-Length: 1000\r\n\r\nSubject: half\r\n\r\n',
    )
    socket.end()
    socket.resume()
    await once(socket, 'close')

    const { cursor } = await server.keep('Subject: whole\r\n\r\n')

    const list = await server.json<List>(`/v1/messages?after=${before}`)
    expect(list.messages.map(({ subject }) => subject)).toEqual(['whole'])
    expect(cursor).toBe(list.cursor)
  })

  it('with 20,000 addresses is kept at once', async () => {
    const to = Array.from({ length: 20_000 }, (_, at) => `u${at}@d.test`).join(',\r\n ')
    const started = performance.now()

    const { envelope } = await server.keep(`To: ${to}\r\n\r\n`)

    expect(envelope.to.length).toBeGreaterThan(10_000)
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it('with a header block that has no end is kept', async () => {
    const { size } = await server.keep(`To: ${'('.repeat(500_000)}`)

    expect(size).toBe(500_004)
  })
})

describe('a message handed over as its members', () => {
  it('is refused with an address that would begin another line', async () => {
    const to = '<b@x.test\r\nX-Evil: 1>'

    expect(await server.problem('/v1/messages', jsonBody('POST', { from: 'a@b.test', to }))).toMatchObject({
      path: 'to',
      detail: '"to" must be an address without control characters, got "<b@x.test\\r\\nX-Evil: 1>".',
    })
  })

  it('becomes a mail', async () => {
    const { id } = await server.json<Summary>(
      '/v1/messages',
      jsonBody('POST', {
        from: 'Ada Ü <ada@example.com>',
        to: ['bob@example.com', '"C, D" <c@example.com>'],
        cc: 'cc@example.com',
        bcc: 'eve@example.com',
        subject: 'Grüße',
        text: 'Hello\n',
        html: '<p>Hello <img src="cid:pic">',
        attachments: [
          { filename: 'ä.txt', content: Buffer.from('hello').toString('base64') },
          { filename: 'p.png', content: 'iVBORw0KGgo=', contentType: 'image/png', contentId: 'pic' },
        ],
      }),
    )

    const message = await server.message(id)
    const octets = (await raw(id)).toString('latin1')

    expect(message).toMatchObject({
      from: { name: 'Ada Ü', address: 'ada@example.com' },
      cc: [{ address: 'cc@example.com' }],
      bcc: [{ address: 'eve@example.com' }],
      subject: 'Grüße',
      html: '<p>Hello <img src="cid:pic">',
      envelope: {
        from: 'ada@example.com',
        to: ['bob@example.com', 'c@example.com', 'cc@example.com', 'eve@example.com'],
      },
    })
    expect(message.text.trim()).toBe('Hello')
    expect(message.attachments.map(({ filename }) => filename).sort()).toEqual(['p.png', 'ä.txt'])
    expect(octets).not.toContain('eve@example.com')
    expect(octets.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('may have blanks and line ends anywhere in its base64', async () => {
    const mail = { from: 'a@b.test', to: 'c@d.test', text: 'x' }
    const content = ' aGVs\r\nbG8 =\t\r\n '

    const { id } = await server.json<Summary>(
      '/v1/messages',
      jsonBody('POST', { ...mail, attachments: [{ filename: 'a.txt', content }] }),
    )

    expect(await (await server.ask(`/v1/messages/${id}/parts/2`)).text()).toBe('hello')
  })

  it.each(['!', '=!', '= =!', '==='])(
    'is refused at once for base64 of a long run of blanks and %j',
    async (end) => {
      const content = `${' '.repeat(100_000)}${end}`
      const body = { from: 'a@b.test', to: 'c@d.test', attachments: [{ content }] }

      const began = performance.now()
      const problem = await server.problem('/v1/messages', jsonBody('POST', body))

      expect(problem).toMatchObject({ status: 400, path: 'attachments[0].content' })
      expect(performance.now() - began).toBeLessThan(5000)
    },
  )

  it('fetches nothing and reads no file', async () => {
    const body = {
      from: 'a@b.test',
      to: 'c@d.test',
      html: '<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/">',
      text: 'x',
    }

    const { id } = await server.json<Summary>('/v1/messages', jsonBody('POST', body))

    expect((await server.message(id)).attachments).toEqual([])
  })

  it('cannot smuggle header fields in', async () => {
    const body = {
      from: 'a@b.test',
      to: 'c@d.test',
      subject: 'x\r\nX-Evil: 1',
      attachments: [{ filename: 'a\r\nX-Evil: 1', content: '' }],
    }

    const { id } = await server.json<Summary>('/v1/messages', jsonBody('POST', body))

    expect((await server.message(id)).headers.map(({ name }) => name)).not.toContain('X-Evil')
    expect((await raw(id)).toString()).not.toMatch(/^X-Evil/m)
  })
})
