import net from 'node:net'
import { expect, test } from 'vitest'
import { ListenError } from '#mailhold/lines/listener.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { smtp } from '../support/smtp.js'

async function begun(at: { host: string; port: number }): Promise<DialogueClient> {
  const client = await DialogueClient.connect(at)
  await client.reply()
  for (const command of ['HELO me', 'MAIL FROM:<>', 'RCPT TO:<a@b>', 'DATA']) await client.ask(command)
  return client
}

test('idle clients are sent away, and no new ones are taken', async () => {
  const { at, server, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()

  const closed = server.close(20_000)

  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
  await closed
  expect(mailroom.ended).toHaveLength(1)
  await expect(DialogueClient.connect(at)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a message on its way may finish, and then the client is sent away', async () => {
  const { at, server, mailroom } = await smtp()
  const client = await begun(at)

  const closed = server.close(20_000)
  await client.send('late but whole\r\n')

  expect(await client.ask('.')).toBe('250 2.0.0 Ok: kept as m1')
  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
  await closed
  expect(mailroom.kept[0]?.octets.toString()).toBe('late but whole\r\n')
})

test('chunks on their way may finish too', async () => {
  const { at, server } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  for (const command of ['HELO me', 'MAIL FROM:<>', 'RCPT TO:<a@b>', 'BDAT 2\r\n']) await client.ask(command)

  const closed = server.close(20_000)

  expect(await client.ask('BDAT 2 LAST\r\n')).toBe('250 2.0.0 Ok: kept as m1')
  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
  await closed
})

test('a message that does not finish in time is cut off', async () => {
  const { at, server, mailroom } = await smtp()
  const client = await begun(at)

  await server.close(50)

  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  expect([mailroom.kept.length, mailroom.discarded]).toEqual([0, 1])
  client.close()
})

test('it waits for a message that is being kept while its client has gone', async () => {
  const { at, server, mailroom } = await smtp()
  let release = () => {}
  const isHeld = new Promise<void>((begun) => {
    mailroom.beforeKeep = () => {
      begun()
      return new Promise<void>((resolve) => {
        release = resolve
      })
    }
  })
  const client = await begun(at)
  await client.send('.\r\n')
  await isHeld
  client.hangUp()

  const closed = server.close(20_000)
  setImmediate(() => release())
  await closed

  expect([mailroom.kept.length, mailroom.ended.length]).toEqual([1, 1])
})

test('it does not wait for ever for a store that never answers', async () => {
  const { at, server, mailroom } = await smtp()
  mailroom.beforeKeep = () => new Promise(() => {})
  const client = await begun(at)
  await client.send('.\r\n')

  await server.close(50)

  expect(await client.reply()).toBe('421 4.3.2 mailhold is stopping')
  client.close()
})

test('a port in use is told, and nothing stays open', async () => {
  const { at } = await smtp()
  const free = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => free.once('listening', resolve))
  const address = free.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  await new Promise((resolve) => free.close(resolve))

  const listeners = [port, at.port].map((port) => ({ host: '127.0.0.1', port, tls: false }))
  await expect(smtp({ listeners })).rejects.toBeInstanceOf(ListenError)

  await expect(DialogueClient.connect({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  })
})

test('localhost is served on both loopback addresses', async () => {
  const { server } = await smtp({ listeners: [{ host: 'localhost', port: 0, tls: false }] })

  for (const address of server.addresses) {
    const client = await DialogueClient.connect(address)
    expect(await client.reply()).toBe('220 mx.test ESMTP mailhold')
    client.close()
  }
})
