// Mailpit's lists, searches and messages, asked by its npm client.

import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { note, rich, send, welcome } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())
beforeEach(() => mailpit.deleteMessages())

describe('a list', () => {
  test('has every member that a list of Mailpit has', async () => {
    await send(server, welcome, {
      to: ['bob@example.com', 'carol@example.com', 'dave@example.com', 'eve@example.com'],
    })

    const list = await mailpit.listMessages()

    const [message] = list.messages
    expect(list).toEqual({
      total: 1,
      unread: 1,
      count: 1,
      messages_count: 1,
      messages_unread: 1,
      start: 0,
      tags: [],
      messages: [message],
    })
    expect(message).toEqual({
      ID: expect.stringMatching(/^[a-z0-9]{20}$/),
      MessageID: '1@example.com',
      Read: false,
      From: { Name: 'Ada Lovelace', Address: 'ada@example.com' },
      To: [
        { Name: 'Bob', Address: 'bob@example.com' },
        { Name: '', Address: 'carol@example.com' },
      ],
      Cc: [{ Name: '', Address: 'dave@example.com' }],
      Bcc: [{ Name: '', Address: 'eve@example.com' }],
      ReplyTo: [{ Name: '', Address: 'help@example.com' }],
      Subject: 'Welcome aboard',
      Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      Username: '',
      Tags: [],
      Size: Buffer.byteLength(welcome),
      Attachments: 0,
      Snippet: 'Your code is 482913.',
    })
  })

  test('is paged by number, newest first', async () => {
    for (const subject of ['one', 'two', 'three', 'four']) await send(server, note(subject))

    const page = await mailpit.listMessages(1, 2)

    expect(page.messages.map(({ Subject }) => Subject)).toEqual(['three', 'two'])
    expect(page).toMatchObject({ start: 1, count: 2, total: 4, messages_count: 4 })
    expect(await server.json('/api/v1/messages?start=1&limit=2')).toEqual(page)
    expect(await server.json('/api/v1/messages?start=x&limit=-1')).toMatchObject({ start: 0, count: 4 })
  })
})

describe('a message', () => {
  test('is shown whole, and is read from then on', async () => {
    await send(server, rich)

    const message = await mailpit.getMessageSummary('latest')

    expect(message).toMatchObject({ Subject: 'Café bill', Text: 'Two cafés, please pay.' })
    expect((await mailpit.listMessages()).messages[0]?.Read).toBe(true)
  })
})
