// Sending and tagging over Mailpit's API.

import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../../support/http.js'
import { pixel } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())
beforeEach(() => mailpit.deleteMessages())

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

  test.each(['A', 'AA', 'AAAAA===', 'AA=A', '=', 'AAAA===='])('refuses the base64 %s', async (Content) => {
    const body = { ...people, Attachments: [{ Filename: 'a', Content }] }

    expect((await server.ask('/api/v1/send', jsonBody('POST', body))).status).toBe(400)
  })

  test('takes an attachment of seven megabytes', async () => {
    const Content = Buffer.alloc(7_000_000).toString('base64')
    const { ID } = await mailpit.sendMessage({ ...people, Attachments: [{ Filename: 'a.bin', Content }] })

    expect((await mailpit.getMessageSummary(ID)).Attachments).toMatchObject([{ Size: 7_000_000 }])
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
