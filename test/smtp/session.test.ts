import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

test('a session is recorded with everything that was said, bodies left out', async () => {
  const { at, mailroom } = await smtp()
  const started = Date.now()

  await play(
    at,
    `${script.dataBegun}
    C: Subject: hi
    C: .
    S: 250 2.0.0 Ok: kept as m1
    C: MAIL FROM:<>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@example.com>
    S: 250 2.1.5 Ok
    C: BDAT 3 LAST
    C> abc
    S: 250 2.0.0 Ok: kept as m2
    ${script.goodbye}`,
  )
  await mailroom.until(() => mailroom.ended.length === 1)

  const [record] = mailroom.ended
  expect(record).toMatchObject({
    protocol: 'smtp',
    helo: 'me.test',
    local: `127.0.0.1:${at.port}`,
    remote: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    messageIds: ['m1', 'm2'],
    problems: [],
    transcriptTruncated: false,
  })
  expect(record?.transcript.map(({ who, text }) => `${who}: ${text}`)).toEqual([
    'server: 220 mx.test ESMTP mailhold',
    'client: HELO me.test',
    'server: 250 mx.test',
    'client: MAIL FROM:<ada@example.com>',
    'server: 250 2.1.0 Ok',
    'client: RCPT TO:<bob@example.com>',
    'server: 250 2.1.5 Ok',
    'client: DATA',
    'server: 354 End with <CR><LF>.<CR><LF>',
    'note: <13 octets>',
    'server: 250 2.0.0 Ok: kept as m1',
    'client: MAIL FROM:<>',
    'server: 250 2.1.0 Ok',
    'client: RCPT TO:<bob@example.com>',
    'server: 250 2.1.5 Ok',
    'client: BDAT 3 LAST',
    'note: <3 octets>',
    'server: 250 2.0.0 Ok: kept as m2',
    'client: QUIT',
    'server: 221 2.0.0 Bye',
  ])
  const times = record?.transcript.map(({ at }) => at) ?? []
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times[0]).toBeGreaterThanOrEqual(started)
  expect(record?.startedAt).toBeGreaterThanOrEqual(started)
  expect(record?.endedAt).toBeGreaterThanOrEqual(times.at(-1) ?? 0)
})

test('a session can be looked at while it is open', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  await client.ask('EHLO me.test')

  const record = mailroom.open[0]?.()

  expect(record).toMatchObject({ helo: 'me.test' })
  expect(record?.endedAt).toBeUndefined()
  client.close()
})

test('the mailroom sees a transaction from MAIL FROM to the reply that ends it', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  await client.ask('HELO me')
  expect(mailroom.transactions).toEqual([])

  await client.ask('MAIL FROM:<ada@example.com>')
  await client.ask('RCPT TO:<bob@example.com>')
  expect(mailroom.transactions.map(({ from, endings }) => [from, endings])).toEqual([['ada@example.com', []]])
  expect(mailroom.transactions[0]?.recipients).toHaveLength(1)

  await client.ask('DATA')
  await client.ask('.')
  expect(mailroom.transactions[0]?.endings).toEqual(['250 2.0.0 Ok: kept as m1'])
  client.close()
})

test('a listener that belongs to an inbox says so with each message', async () => {
  const { asInboxName } = await import('#mailhold/model/ids.js')
  const inbox = asInboxName('billing')
  if (!inbox) throw new Error('not an inbox name')
  const { at, mailroom } = await smtp({ listeners: [{ host: '127.0.0.1', port: 0, tls: false, inbox }] })

  await play(at, `${script.dataBegun}\nC: .\nS: 250 2.0.0 Ok: kept as m1${script.goodbye}`)

  expect(at.inbox).toBe('billing')
  expect(mailroom.kept[0]?.options).toMatchObject({ listenerInbox: 'billing', announcedSize: 0 })
})

test('the announced size is passed on', async () => {
  const { at, mailroom } = await smtp()

  await play(
    at,
    `${script.greeted}
    C: MAIL FROM:<> SIZE=77
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@example.com>
    S: 250 2.1.5 Ok
    C: DATA
    S: 354 End with <CR><LF>.<CR><LF>
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )

  expect(mailroom.kept[0]?.options.announcedSize).toBe(77)
})

test('a client that comes and goes without a word is a session too', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()

  client.halfClose()

  await client.rest()
  client.close()
  await mailroom.until(() => mailroom.ended.length === 1)
  expect(mailroom.ended[0]?.transcript.map(({ text }) => text)).toEqual([
    '220 mx.test ESMTP mailhold',
    'the client closed without QUIT',
  ])
})

test('ten thousand commands leave a short transcript with beginning and end', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  client.socket.on('data', () => {})

  client.socket.end(`HELO me\r\n${'NOOP\r\n'.repeat(10_000)}QUIT\r\n`)
  await mailroom.until(() => mailroom.ended.length === 1)

  const [record] = mailroom.ended
  expect(record?.transcriptTruncated).toBe(true)
  expect(record?.transcript.length).toBeLessThan(1_000)
  expect(record?.transcript[1]?.text).toBe('HELO me')
  expect(record?.transcript.at(-1)?.text).toBe('221 2.0.0 Bye')
  client.close()
})
