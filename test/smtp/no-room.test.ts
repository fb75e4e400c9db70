import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type MailholdOptions, startMailhold } from '#mailhold/app/start.js'
import { DialogueClient } from '../support/dialogue-client.js'

/** A server with a mail of now in it, and a client that has greeted it. */
async function withOneMail(options: MailholdOptions): Promise<DialogueClient> {
  const mailhold = await startMailhold(options)
  const client = await DialogueClient.connect(mailhold.smtp ?? { host: 'off', port: 0 })
  onTestFinished(async () => {
    client.close()
    await mailhold.stop()
  })
  await client.reply()
  await client.ask('HELO me')
  for (const line of ['MAIL FROM:<>', 'RCPT TO:<ada@example.com>', 'DATA']) await client.ask(line)
  expect(await client.ask('Subject: one\r\n\r\n.')).toMatch(/^250 /)
  return client
}

/** Retention runs by itself, soon after the commit. */
const refusal = (client: DialogueClient) =>
  expect.poll(async () => {
    const reply = await client.ask('MAIL FROM:<>')
    await client.ask('RSET')
    return reply
  })

test('a store that holds too many messages names --max-messages', async () => {
  const client = await withOneMail({ maxMessages: 1 })
  for (const line of ['MAIL FROM:<>', 'RCPT TO:<ada@example.com>', 'DATA']) await client.ask(line)
  await client.ask('Subject: two\r\n\r\n.')

  await refusal(client).toBe(
    '452 4.3.1 the store holds more messages than --max-messages 1 allows, all of the last five minutes; delete some or raise --max-messages',
  )
})

test('a store that is too large names --max-store-size', async () => {
  const client = await withOneMail({ maxStoreSize: 100 })

  await refusal(client).toBe(
    '452 4.3.1 the store is larger than the 100 octets that it may have, and all its mail is of the last five minutes; delete some or raise --max-store-size (--data memory has a limit of its own)',
  )
})

test('a disk that has no room names its folder', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mailhold-no-room-'))
  onTestFinished(() => rmSync(data, { recursive: true }))
  const client = await withOneMail({ data, maxMessageSize: '9000000GB' })

  expect(await client.ask('MAIL FROM:<> SIZE=8000000000000000')).toBe(
    `452 4.3.1 the disk of ${data} is full, or has no room for a mail of that size; make room there or delete mail`,
  )
})
