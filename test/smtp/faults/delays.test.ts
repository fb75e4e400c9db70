import { expect, test } from 'vitest'
import type { FaultStage } from '#mailhold/model/fault.js'
import { DialogueClient } from '../../support/dialogue-client.js'
import { smtp } from '../../support/smtp.js'

/** Longer than any test may take. */
const long = '60s'

async function held(stage: FaultStage, ...commands: string[]) {
  const head = await smtp()
  head.mailroom.faults.addFault({ stage, do: { delay: long } })
  const client = await DialogueClient.connect(head.at)
  if (stage !== 'connect') await client.reply()
  const last = commands.pop()
  for (const command of commands) await client.ask(command)
  if (last !== undefined) await client.send(`${last}\r\n`)
  await head.mailroom.until(() => head.mailroom.faults.faults()[0]?.fired === 1)
  const story = () => (head.mailroom.ended[0]?.transcript ?? []).map(({ text }) => text)
  return { ...head, client, story }
}

const envelope = ['HELO me', 'MAIL FROM:<>', 'RCPT TO:<a@b>']

test('a client that goes while its command is held back leaves nothing behind', async () => {
  const { client, mailroom, story } = await held('rcpt', ...envelope)

  client.hangUp()
  await mailroom.until(() => mailroom.ended.length > 0)

  expect(mailroom.transactions.map(({ endings, recipients }) => [endings, recipients])).toEqual([
    [[undefined], []],
  ])
  expect(story()).toContain('the delay was cut short')
})

test('MAIL that is held back for a client that has gone opens no transaction', async () => {
  const { client, mailroom, at } = await held('mail', ...envelope.slice(0, 2))

  client.hangUp()
  await mailroom.until(() => mailroom.ended.length > 0)
  const other = await DialogueClient.connect(at)
  await other.reply()
  other.close()

  expect(mailroom.transactions).toEqual([])
})

test('a message that was held back is kept although its client has gone', async () => {
  const { client, mailroom, story } = await held('accept', ...envelope, 'DATA', 'body\r\n.')

  client.hangUp()
  await mailroom.until(() => mailroom.ended.length > 0)

  expect(mailroom.kept.map(({ octets }) => octets.toString())).toEqual(['body\r\n'])
  expect(story().at(-1)).toMatch(/^not sent, the connection is closed: 250 /)
})

test('a client that closes its side gets its reply at once', async () => {
  const { client, mailroom } = await held('accept', ...envelope, 'DATA', 'body\r\n.')

  client.halfClose()

  expect(await client.reply()).toBe('250 2.0.0 Ok: kept as m1')
  client.close()
  await mailroom.until(() => mailroom.ended.length > 0)
})

test('stopping waits for no delay: a greeting gives way to 421', async () => {
  const { client, server } = await held('connect')

  const closed = server.close(20_000)

  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
  await closed
})

test('stopping waits for no delay: a command gives way to 421', async () => {
  const { client, server, mailroom } = await held('mail', ...envelope.slice(0, 2))

  const closed = server.close(20_000)

  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  expect(await client.rest()).toBe('')
  client.close()
  await closed
  expect(mailroom.transactions).toEqual([])
})

test('stopping waits for no delay: a message is kept, and its 250 said', async () => {
  const { client, server, mailroom } = await held('accept', ...envelope, 'DATA', 'body\r\n.')

  const closed = server.close(20_000)

  expect(await client.reply()).toBe('250 2.0.0 Ok: kept as m1')
  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
  await closed
  expect(mailroom.kept).toHaveLength(1)
})

test('stopping waits for no delay: not for one that would have begun after it', async () => {
  const { server, mailroom, at } = await smtp()
  mailroom.faults.addFault({ stage: 'accept', do: { delay: long } })
  const client = await DialogueClient.connect(at)
  await client.reply()
  for (const command of [...envelope, 'DATA']) await client.ask(command)

  const closed = server.close(20_000)
  await client.send('body\r\n.\r\n')

  expect(await client.reply()).toBe('250 2.0.0 Ok: kept as m1')
  client.close()
  await closed
  expect(mailroom.faults.faults()[0]?.fired).toBe(1)
})

test('a delayed client holds up nobody else', async () => {
  const { client, at } = await held('ehlo', 'EHLO me')
  const other = await DialogueClient.connect(at)

  expect(await other.reply()).toBe('220 mx.test ESMTP mailhold')
  expect(await other.ask('NOOP')).toBe('250 2.0.0 Ok')
  other.close()
  client.hangUp()
})
