import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { api } from '../support/api.js'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'

let mailhold: RunningMailhold
let smtp: { host: string; port: number }
beforeAll(async () => {
  mailhold = await startMailhold({ maxMessageSize: 1_000_000 })
  smtp = mailhold.smtp ?? { host: 'off', port: 0 }
})
afterAll(() => mailhold?.stop())

async function bodies(inbox: string): Promise<string[]> {
  const server = api(mailhold.url)
  const { messages } = await server.list(`?inbox=${inbox}&order=oldest`)
  return Promise.all(messages.map(async ({ id }) => (await server.raw(id)).toString()))
}

describe.each(paces)('with the client speaking in %s, over the real store', (pace) => {
  test('mails by DATA and BDAT are there, octet for octet, when their 250 comes', async () => {
    const inbox = `both-${pace.toLowerCase()}`

    await play(
      smtp,
      `S: 220 …
      C: HELO me
      S: 250 …
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: RCPT TO:<ada@${inbox}.mailhold.test>
      S: 250 2.1.5 Ok
      C: DATA
      S: 354 …
      C: Subject: one
      C:
      C: ..
      C> bare\\n.\\nlines\\r\\n
      C: .
      S: 250 2.0.0 Ok: kept as …
      C: MAIL FROM:<> BODY=BINARYMIME
      S: 250 2.1.0 Ok
      C: RCPT TO:<ada@${inbox}.mailhold.test>
      S: 250 2.1.5 Ok
      C: BDAT 9
      C> two\\r\\n\\r\\n.\\n
      S: 250 2.0.0 Ok: 9 octets
      C: BDAT 4 LAST
      C> \\0end
      S: 250 2.0.0 Ok: kept as …
      C: QUIT
      S: 221 2.0.0 Bye
      * closed`,
      pace,
    )

    expect(await bodies(inbox)).toEqual([
      'Subject: one\r\n\r\n.\r\nbare\n.\nlines\r\n',
      'two\r\n\r\n.\n\0end',
    ])
  })
})

test('a mail that is too large is refused, and the next one on the connection is kept', async () => {
  const client = await DialogueClient.connect(smtp)
  await client.reply()
  await client.ask('EHLO me')
  const begin = async () => {
    for (const command of ['MAIL FROM:<>', 'RCPT TO:<a@large.mailhold.test>', 'DATA'])
      await client.ask(command)
  }

  await begin()
  await client.send(`${'x'.repeat(70)}\r\n`.repeat(20_000))
  expect(await client.ask('.')).toMatch(/^552 5\.3\.4 /)
  await begin()
  expect(await client.ask('small\r\n.')).toMatch(/^250 2\.0\.0 Ok: kept as /)

  expect(await bodies('large')).toEqual(['small\r\n'])
  client.close()
})

test('blanks within the brackets do not keep a mail out of its inbox', async () => {
  const client = await DialogueClient.connect(smtp)
  await client.reply()
  await client.ask('HELO me')
  await client.ask('MAIL FROM:< eve@example.com >')
  await client.ask('RCPT TO:< ada@blanks.mailhold.test >')
  await client.ask('DATA')
  await client.ask('Subject: blanks\r\n\r\n.')
  client.close()

  const server = api(mailhold.url)
  const { messages } = await server.list('?inbox=blanks')
  expect(messages.map(({ envelope }) => envelope)).toEqual([
    { from: 'eve@example.com', to: ['ada@blanks.mailhold.test'] },
  ])
})
