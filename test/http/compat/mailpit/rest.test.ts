// The rest of Mailpit's API, asked by every method of its npm client.

import { createHash } from 'node:crypto'
import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../../support/http.js'
import { openSender } from '../../../support/smtp-sender.js'
import { note, pixel, rich, send, welcome } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer({ label: 'shop' })
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

describe('sending', () => {
  const people = {
    From: { Email: 'ada@example.com', Name: 'Ada' },
    To: [{ Email: 'bob@example.com', Name: 'Bob' }],
  }

  test('makes a message of everything that can be said', async () => {
    const { ID } = await mailpit.sendMessage({
      ...people,
      Cc: [{ Email: 'carol@example.com' }],
      Bcc: ['eve@example.com'],
      ReplyTo: [{ Email: 'help@example.com' }],
      Subject: 'Grüße',
      Text: 'Hello',
      HTML: '<b>Hello</b>',
      Tags: ['Two words', 'b@d!'],
      Headers: { 'X-Priority': '1' },
      Attachments: [
        { Filename: 'a.txt', Content: Buffer.from('text').toString('base64') },
        {
          Filename: 'dot.png',
          Content: `data:image/png;base64,${pixel.toString('base64')}`,
          ContentID: 'dot',
          ContentType: 'image/png',
        },
      ],
    })

    const message = await mailpit.getMessageSummary(ID)
    expect(message).toMatchObject({
      From: { Name: 'Ada', Address: 'ada@example.com' },
      To: [{ Name: 'Bob', Address: 'bob@example.com' }],
      Cc: [{ Name: '', Address: 'carol@example.com' }],
      Bcc: [{ Name: '', Address: 'eve@example.com' }],
      ReplyTo: [{ Name: '', Address: 'help@example.com' }],
      Subject: 'Grüße',
      HTML: '<b>Hello</b>',
      Tags: ['Two words', 'b@d'],
      Inline: [{ FileName: 'dot.png', ContentID: 'dot' }],
      Attachments: [{ FileName: 'a.txt', ContentType: 'text/plain' }],
    })
    expect(message.Text.trim()).toBe('Hello')
    expect((await mailpit.getMessageHeaders(ID))['X-Priority']).toEqual(['1'])
  })

  test.each([
    [{ ...people, To: [{ Email: 'bob' }] }, 'invalid To address: bob'],
    [{ ...people, Cc: [{ Email: 'a b' }] }, 'invalid Cc address: a b'],
    [{ ...people, Bcc: ['x'] }, 'invalid Bcc address: x'],
    [{ ...people, ReplyTo: [{ Email: '' }] }, 'invalid Reply-To address: '],
    [{ ...people, Headers: { From: 'x' } }, 'cannot overwrite header: "From"'],
    [{ ...people, Headers: { 'X\r\nBcc': 'x' } }, 'invalid header name: "X\r\nBcc"'],
    [
      { ...people, Attachments: [{ Filename: 'a', Content: '!' }] },
      'error decoding base64 attachment "a": illegal base64 data',
    ],
    [{ From: people.From, To: [] }, 'error building message: no recipients (to, cc, bcc) set'],
    [{ To: people.To }, 'error building message: from not set'],
  ])("refuses %j in Mailpit's words", async (body, text) => {
    const answer = await server.ask('/api/v1/send', jsonBody('POST', body))

    expect([answer.status, await answer.json()]).toEqual([400, { Error: text }])
    expect((await mailpit.listMessages()).total).toBe(0)
  })

  test('header values cannot begin further headers', async () => {
    const { ID } = await mailpit.sendMessage({
      ...people,
      Subject: 'a\r\nX-Evil: 1',
      Headers: { 'X-Ok': 'a\r\nX-Evil: 2' },
    })

    expect(Object.keys(await mailpit.getMessageHeaders(ID))).not.toContain('X-Evil')
  })
})

describe('tags', () => {
  test('are set, listed, renamed and deleted', async () => {
    const { ID } = await mailpit.sendMessage({
      From: { Email: 'a@example.com' },
      To: [{ Email: 'b@example.com' }],
      Tags: ['old'],
    })

    expect(await mailpit.setTags({ IDs: [ID], Tags: ['first', 'Second tag', 'a/b"c'] })).toBe('ok')
    expect(await mailpit.getTags()).toEqual(['abc', 'first', 'Second tag'])
    expect(await mailpit.renameTag('SECOND TAG', 'third')).toBe('ok')
    expect((await mailpit.searchMessages({ query: 'tag:THIRD' })).messages[0]?.Tags).toEqual([
      'abc',
      'first',
      'third',
    ])
    expect(await mailpit.deleteTag('abc')).toBe('ok')
    expect(await mailpit.setTags({ IDs: [ID] })).toBe('ok')
    expect((await mailpit.getMessageSummary(ID)).Tags).toEqual([])
  })

  test('that are not there cannot be renamed or deleted', async () => {
    await expect(mailpit.renameTag('none', 'other')).rejects.toThrow('400 Bad Request')
    await expect(mailpit.deleteTag('none')).rejects.toThrow('tag not found: none')
  })
})

describe('what the server is', () => {
  test('info has every member', async () => {
    await send(server, note('one'))

    expect(await mailpit.getInfo()).toEqual({
      Version: expect.stringMatching(/^mailhold-\d+\.\d+\.\d+$/),
      LatestVersion: 'disabled',
      Database: expect.any(String),
      DatabaseSize: expect.any(Number),
      Messages: 1,
      Unread: 1,
      Tags: {},
      RuntimeStats: {
        Uptime: expect.any(Number),
        Memory: expect.any(Number),
        MessagesDeleted: 0,
        SMTPAccepted: 1,
        SMTPAcceptedSize: Buffer.byteLength(note('one')),
        SMTPRejected: 0,
        SMTPIgnored: 0,
      },
    })
  })

  test('webui has every member', async () => {
    expect(await mailpit.getConfiguration()).toEqual({
      Label: 'shop',
      MessageRelay: {
        Enabled: false,
        SMTPServer: '',
        ReturnPath: '',
        AllowedRecipients: '',
        BlockedRecipients: '',
        OverrideFrom: '',
        PreserveMessageIDs: false,
        RecipientAllowlist: '',
      },
      SpamAssassin: false,
      ChaosEnabled: true,
      DuplicatesIgnored: false,
      HideDeleteAllButton: false,
    })
  })

  test('metrics have its names beside ours', async () => {
    const text = await (await server.ask('/metrics')).text()

    expect(text).toMatch(/^mailpit_messages 0$/m)
    expect(text).toMatch(/^mailpit_messages_unread 0$/m)
    expect(text).toMatch(/^mailhold_messages 0$/m)
  })

  test('health is told', async () => {
    for (const path of ['/livez', '/readyz']) expect((await server.ask(path)).status).toBe(200)
  })

  test('what is not switched on is 404', async () => {
    await send(server, welcome)
    const { ID } = await mailpit.getMessageSummary()

    await expect(mailpit.htmlCheck()).rejects.toThrow('404 page not found')
    await expect(mailpit.linkCheck()).rejects.toThrow('404 page not found')
    await expect(mailpit.spamAssassinCheck()).rejects.toThrow('404 page not found')
    await expect(mailpit.releaseMessage(ID, { To: ['x@example.com'] })).rejects.toThrow('404 page not found')
  })
})

describe('chaos', () => {
  test('is off at first, and what is set is refused by SMTP', async () => {
    expect(await mailpit.getChaosTriggers()).toEqual({
      Sender: { ErrorCode: 451, Probability: 0 },
      Recipient: { ErrorCode: 451, Probability: 0 },
      Authentication: { ErrorCode: 535, Probability: 0 },
    })

    const set = await mailpit.setChaosTriggers({ Recipient: { ErrorCode: 552, Probability: 100 } })
    const sender = await openSender(server.mailhold.smtp?.port ?? 0)
    await sender.say('MAIL FROM:<a@example.com>')
    const refused = await sender.say('RCPT TO:<b@example.com>')
    await mailpit.setChaosTriggers()
    const taken = await sender.say('RCPT TO:<b@example.com>')
    sender.close()

    expect(set.Recipient).toEqual({ ErrorCode: 552, Probability: 100 })
    expect(refused).toMatchObject({ code: 552, text: expect.stringContaining('Chaos recipient error') })
    expect(taken.code).toBe(250)
  })

  test('a probability is kept as a chance', async () => {
    const set = await mailpit.setChaosTriggers({ Sender: { ErrorCode: 451, Probability: 5 } })

    expect(set.Sender).toEqual({ ErrorCode: 451, Probability: 5 })
    await mailpit.setChaosTriggers()
  })

  test.each([
    { ErrorCode: 200, Probability: 1 },
    { ErrorCode: 451, Probability: 101 },
    { ErrorCode: 470, Probability: 1 },
  ])('refuses %j and changes nothing', async (trigger) => {
    await expect(
      mailpit.setChaosTriggers({ Sender: { ErrorCode: 451, Probability: 1 }, Recipient: trigger }),
    ).rejects.toThrow('400')
    expect((await mailpit.getChaosTriggers()).Sender.Probability).toBe(0)
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

describe('waiting, as the client does it', () => {
  test('a message and a number of messages are found', async () => {
    await send(server, welcome)

    const message = await mailpit.waitForMessage({ query: 'subject:Welcome' })
    const list = await mailpit.waitForMessages({ query: 'from:ada', count: 1, exact: true })

    expect([message.Subject, list.messages_count]).toEqual(['Welcome aboard', 1])
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
