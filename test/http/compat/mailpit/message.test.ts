// A message of Mailpit's API, its parts and its views.

import { createHash } from 'node:crypto'
import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { pixel, rich, send, welcome } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())
beforeEach(() => mailpit.deleteMessages())

const digest = (algorithm: string, octets: Uint8Array): string =>
  createHash(algorithm).update(octets).digest('hex')

describe('a message', () => {
  test('has every member that a message of Mailpit has', async () => {
    await send(server, rich)

    const message = await mailpit.getMessageSummary()

    const html = Buffer.from('<script>alert(2)</script>')
    expect(message).toEqual({
      ID: expect.stringMatching(/^[a-z0-9]{20}$/),
      MessageID: '',
      From: { Name: '', Address: 'shop@example.com' },
      To: [{ Name: '', Address: 'bob@example.com' }],
      Cc: [],
      Bcc: [],
      ReplyTo: [],
      ReturnPath: 'shop@example.com',
      Subject: 'Café bill',
      ListUnsubscribe: { Header: '', Links: [], Errors: '', HeaderPost: '' },
      Date: expect.stringMatching(/^20\d\d-/),
      Tags: [],
      Username: '',
      Text: 'Two cafés, please pay.',
      HTML: expect.stringContaining('<p>Two <b>cafés</b>'),
      Size: Buffer.byteLength(rich),
      Inline: [
        {
          PartID: '1.2',
          FileName: 'dot.png',
          ContentType: 'image/png',
          ContentID: 'dot@shop',
          Size: pixel.length,
          Checksums: {
            MD5: digest('md5', pixel),
            SHA1: digest('sha1', pixel),
            SHA256: digest('sha256', pixel),
          },
        },
      ],
      Attachments: [
        {
          PartID: '2',
          FileName: 'bill.html',
          ContentType: 'text/html',
          ContentID: '',
          Size: html.length,
          Checksums: { MD5: digest('md5', html), SHA1: digest('sha1', html), SHA256: digest('sha256', html) },
        },
      ],
    })
  })

  test('gives its headers as sent, by canonical names in alphabetical order', async () => {
    await send(server, rich)

    const headers = await mailpit.getMessageHeaders()

    expect(headers).toMatchObject({
      From: ['shop@example.com'],
      'Mime-Version': ['1.0'],
      Subject: ['=?utf-8?Q?Caf=C3=A9=20bill?='],
      'X-Mailer': ['shop folded'],
      'X-Trace': ['one', 'two'],
    })
    expect(Object.keys(headers)).toEqual(Object.keys(headers).sort())
  })

  test('gives its source as text, and as a file', async () => {
    await send(server, welcome)

    const file = await server.ask('/api/v1/message/latest/raw?dl=1')

    expect(await mailpit.getMessageSource()).toBe(welcome)
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9]{20}\.eml"$/)
  })

  test('that is not there is 404 in plain text', async () => {
    for (const path of [
      'message/nowhere',
      'message/latest',
      'message/nowhere/raw',
      'message/latest/headers',
    ]) {
      const answer = await server.ask(`/api/v1/${path}`)
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([404, 'text/plain'])
    }
  })

  test('is not marked as read by HEAD', async () => {
    await send(server, welcome)

    const answer = await server.ask('/api/v1/message/latest', { method: 'HEAD' })

    expect([answer.status, (await mailpit.listMessages()).unread]).toEqual([200, 1])
  })
})

describe('parts', () => {
  test('a picture is shown, everything else is a download without a type that runs', async () => {
    await send(server, rich)

    const [picture, page] = [
      await server.ask('/api/v1/message/latest/part/1.2'),
      await server.ask('/api/v1/message/latest/part/2'),
    ]

    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(pixel)
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-disposition')).toBe('attachment; filename="bill.html"')
    for (const answer of [picture, page]) {
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('the thumbnail of a picture is the picture, of anything else a blank one', async () => {
    await send(server, rich)
    const { ID } = await mailpit.getMessageSummary()

    const [dot, blank] = [
      await mailpit.getAttachmentThumbnail(ID, '1.2'),
      await mailpit.getAttachmentThumbnail(ID, '2'),
    ]

    expect(await (await mailpit.getMessageAttachment(ID, '1.2')).arrayBuffer()).toEqual(
      await dot.arrayBuffer(),
    )
    expect(blank.type).toBe('image/png')
    const octets = Buffer.from(await blank.arrayBuffer())
    expect([octets.readUInt32BE(16), octets.readUInt32BE(20)]).toEqual([180, 120])
  })
})

describe('views', () => {
  test('the HTML goes out made safe and in a sandbox', async () => {
    await send(server, rich)

    const html = await mailpit.renderMessageHTML()
    const answer = await server.ask('//view/latest.html?embed=1')

    expect(html).toContain('<b>cafés</b>')
    expect(html).not.toContain('<script')
    expect(html).toContain('data:image/png;base64,')
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups.*default-src 'none'/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('the text is plain text, and a message without HTML has no page', async () => {
    await send(server, welcome)

    expect((await mailpit.renderMessageText()).trim()).toBe('Your code is 482913.')
    await expect(mailpit.renderMessageHTML()).rejects.toThrow('This message does not contain a HTML part')
    expect((await (await server.ask('/view/latest')).text()).trim()).toBe('Your code is 482913.')
    expect((await mailpit.listMessages()).unread).toBe(0)
  })
})

test('HEAD is answered wherever GET is', async () => {
  await send(server, rich)
  const paths = [
    'messages',
    'search?query=bill',
    'message/latest',
    'message/latest/headers',
    'message/latest/raw',
    'message/latest/part/2',
    'message/latest/part/1.2/thumb',
    'tags',
    'info',
    'webui',
    'chaos',
  ].map((path) => `/api/v1/${path}`)

  for (const path of [...paths, '/view/latest.html', '/view/latest.txt', '/livez', '/readyz', '/metrics']) {
    const answer = await server.ask(path, { method: 'HEAD' })
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, ''])
  }
})
