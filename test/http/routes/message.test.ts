import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '#mailhold/wire/message.js'
import type { Summary } from '#mailhold/wire/summary.js'
import { startServer, type TestServer } from '../../support/http.js'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const mail = [
  'From: "Ada, L." <ada@example.com>',
  'To: bob@example.com',
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
  'Date: Sun, 22 Nov 2026 22:00:00 +0100',
  'Message-ID: <one@example.com>',
  'Received: first',
  'Received: second',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe',
  '--c',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="x()">Hello <script>alert(1)</script><img src="cid:pic"><img src="http://tracker.example/p.gif"></p>',
  '--c--',
  '--b',
  'Content-Type: image/png; name=pic.png',
  'Content-Disposition: inline; filename=pic.png',
  'Content-ID: <pic>',
  'Content-Transfer-Encoding: base64',
  '',
  png.toString('base64'),
  '--b',
  'Content-Type: text/html; name="=?utf-8?q?=C3=BCber.html?="',
  'Content-Disposition: attachment; filename="../../evil.html"',
  '',
  '<script>alert(document.domain)</script>',
  '--b--',
  '',
].join('\r\n')

let server: TestServer
let summary: Summary

beforeAll(async () => {
  server = await startServer()
  summary = await server.keep(mail, '?from=bounce@example.com&to=bob@example.com&to=eve@w1.mailhold.test')
})

afterAll(async () => {
  await server.mailhold.stop()
})

const get = (rest: string, headers: Record<string, string> = {}) =>
  server.ask(`/v1/messages/${summary.id}${rest}`, { headers })

describe('a whole message', () => {
  it('leaves the bodies out on request', async () => {
    const whole = await server.json<Message>(`/v1/messages/${summary.id}`)
    const spare = await server.json<Message>(`/v1/messages/${summary.id}?bodies=false`)

    expect(whole.text).toBe('Grüße')
    expect(spare).toEqual({ ...whole, text: '', html: null })
  })

  it('is everything that its octets and its envelope say', async () => {
    const message = await server.message(summary.id)

    expect(message).toMatchObject({
      ...summary,
      subject: 'Grüße',
      from: { name: 'Ada, L.', address: 'ada@example.com' },
      to: [{ name: '', address: 'bob@example.com' }],
      envelope: { from: 'bounce@example.com', to: ['bob@example.com', 'eve@w1.mailhold.test'] },
      date: '2026-11-22T21:00:00.000Z',
      messageId: 'one@example.com',
      size: mail.length,
      wireSize: mail.length,
      sha256: createHash('sha256').update(mail).digest('hex'),
      url: `/v1/messages/${summary.id}`,
      session: { via: 'http', helo: null, tls: null, auth: null },
      attempts: [],
    })
    expect(message.inboxes).toEqual(['default', 'w1'])
    expect(message.bcc).toEqual([{ name: '', address: 'eve@w1.mailhold.test' }])
    expect(message.headers.filter(({ name }) => name === 'Received')).toEqual([
      { name: 'Received', value: 'first' },
      { name: 'Received', value: 'second' },
    ])
    expect(message.deliveries).toMatchObject([
      {
        inbox: 'default',
        routedBy: 'default',
        recipients: [{ address: 'bob@example.com', raw: 'bob@example.com', parameters: [] }],
      },
      { inbox: 'w1', routedBy: 'subdomain', recipients: [{ address: 'eve@w1.mailhold.test' }] },
    ])
    expect(message.parts.children.map(({ contentType }) => contentType)).toEqual([
      'multipart/alternative',
      'image/png',
      'text/html',
    ])
    expect(message.attachments.map(({ url }) => url)).toContain(`/v1/messages/${summary.id}/parts/2`)
  })

  it('is found as the latest, narrowed by inbox and search', async () => {
    for (const query of ['', '?inbox=w1', '?q=subject%3AGr%C3%BC%C3%9Fe']) {
      expect(await server.json(`/v1/messages/latest${query}`)).toMatchObject({ id: summary.id })
    }
    expect(await server.problem('/v1/messages/latest?inbox=w2')).toMatchObject({ status: 404 })
    expect(await server.problem('/v1/messages/latest?q=subject%3Anothing')).toMatchObject({ status: 404 })
    expect((await server.ask('/v1/messages/latest/raw?inbox=w1')).status).toBe(200)
  })
})

describe('the octets of a message', () => {
  it('are exactly what was sent', async () => {
    const answer = await get('/raw')

    expect(answer.headers.get('content-type')).toBe('message/rfc822')
    expect(answer.headers.get('content-length')).toBe(String(mail.length))
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha256').update(mail).digest('hex')}"`)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${summary.id}.eml"`)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(await answer.text()).toBe(mail)
  })

  it('are given in part', async () => {
    const first = await get('/raw', { range: 'bytes=0-4' })
    const last = await get('/raw', { range: 'bytes=-6' })

    expect([first.status, first.headers.get('content-range'), await first.text()]).toEqual([
      206,
      `bytes 0-4/${mail.length}`,
      'From:',
    ])
    expect([last.status, await last.text()]).toEqual([206, '--b--\r\n'.slice(-6)])
  })

  it('are given whole for several ranges, and not at all behind the end', async () => {
    const several = await get('/raw', { range: 'bytes=0-1,5-6' })
    const behind = await get('/raw', { range: `bytes=${mail.length}-` })

    expect([several.status, (await several.text()).length]).toEqual([200, mail.length])
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${mail.length}`])
  })

  it('are not sent again to who has them, and a range only of the same octets', async () => {
    const etag = (await get('/raw')).headers.get('etag') ?? ''

    expect((await get('/raw', { 'if-none-match': `"x", ${etag}` })).status).toBe(304)
    expect((await get('/raw', { 'if-none-match': '"x"' })).status).toBe(200)
    expect((await get('/raw', { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
    expect((await get('/raw', { range: 'bytes=0-1', 'if-range': '"x"' })).status).toBe(200)
  })

  it('are measured by HEAD', async () => {
    const answer = await server.ask(`/v1/messages/${summary.id}/raw`, { method: 'HEAD' })

    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(mail.length)])
    expect(await answer.text()).toBe('')
  })
})

describe('the bodies of a message', () => {
  it('are decoded and always plain text', async () => {
    const text = await get('/text')
    const html = await get('/html')

    expect((await text.text()).trim()).toBe('Grüße')
    expect(await html.text()).toContain('<script>alert(1)</script>')
    for (const { headers } of [text, html]) {
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    }
  })

  it('are missing where a mail has no HTML', async () => {
    const { id } = await server.keep('Subject: plain\r\n\r\ntext\r\n')

    expect(await server.problem(`/v1/messages/${id}/html`)).toMatchObject({ status: 404 })
    expect(await server.problem(`/v1/messages/${id}/view`)).toMatchObject({ status: 404 })
    await server.json(`/v1/messages/${id}`, { method: 'DELETE' })
  })
})

describe('a part', () => {
  it('that is a safe picture is shown', async () => {
    const answer = await get('/parts/2')

    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="pic.png"')
    expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  })

  it('that a browser could run is a download of plain octets under a safe name', async () => {
    const answer = await get('/parts/3')

    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="evil.html"')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('<script>alert(document.domain)</script>')
  })

  it.each(['9', '1.2.3.4', 'x', '%2e%2e%2f', '-1', '1e9', '__proto__'])(
    '%s that is not there is a 404',
    async (path) => {
      expect(await server.problem(`/v1/messages/${summary.id}/parts/${path}`)).toMatchObject({ status: 404 })
    },
  )
})

describe('the view of a message', () => {
  it('has its own pictures, no script, and reaches nobody', async () => {
    const answer = await get('/view')
    const html = await answer.text()

    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;/,
    )
    expect(policy).not.toContain('script')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-mailhold-remote-blocked')).toBe('1')
    expect(html).toContain('data:image/png;base64,')
    expect(html).not.toMatch(/<script|onclick|tracker\.example/)
  })

  it('lets the browser fetch pictures only when asked', async () => {
    const answer = await get('/view?remote=1')

    expect(answer.headers.get('content-security-policy')).toContain('img-src https: http: data:')
    expect(await answer.text()).toContain('http://tracker.example/p.gif')
  })
})

describe('the attachments of a message', () => {
  it('come as one zip, whatever their names say about paths', async () => {
    const answer = await get('/attachments.zip')
    const octets = Buffer.from(await answer.arrayBuffer()).toString('latin1')

    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${summary.id}-attachments.zip"`,
    )
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    // each name stands before its octets and in the directory
    expect(octets.match(/pic\.png|evil\.html|\.\.\//g)).toEqual([
      'pic.png',
      'evil.html',
      'pic.png',
      'evil.html',
    ])
  })

  it('are 404 where there are none', async () => {
    const bare = await server.keep('Subject: bare\r\n\r\nx')

    expect(await server.problem(`/v1/messages/${bare.id}/attachments.zip`)).toMatchObject({ status: 404 })
  })
})

it('a body of megabytes is answered whole, as JSON and as text', async () => {
  const line = `${'Grüße 😀 "quoted" \\ '.repeat(40)}\r\n`
  const long = line.repeat(3000)
  const { id } = await server.keep(`Subject: long\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${long}`)

  const message = await server.message(id)
  const asText = await (await server.ask(`/v1/messages/${id}/text`)).text()
  const head = await server.ask(`/v1/messages/${id}`, { method: 'HEAD' })

  expect(message).toMatchObject({ id, subject: 'long', html: null, attempts: [] })
  expect(message.text === asText).toBe(true)
  expect(asText.replaceAll('\r\n', '\n') === long.replaceAll('\r\n', '\n')).toBe(true)
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
})
