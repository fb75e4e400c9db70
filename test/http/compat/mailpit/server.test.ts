// What a Mailpit tells about itself, and its misbehaviour on request.

import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../support/http.js'
import { openSender } from '../../../support/smtp-sender.js'
import { note, send, welcome } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer({ label: 'shop' })
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())
beforeEach(() => mailpit.deleteMessages())

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

describe('waiting, as the client does it', () => {
  test('a message and a number of messages are found', async () => {
    await send(server, welcome)

    const message = await mailpit.waitForMessage({ query: 'subject:Welcome' })
    const list = await mailpit.waitForMessages({ query: 'from:ada', count: 1, exact: true })

    expect([message.Subject, list.messages_count]).toEqual(['Welcome aboard', 1])
  })
})
