import { once } from 'node:events'
import { expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

const wholeSession = [
  'EHLO me.test',
  'MAIL FROM:<ada@example.com>',
  'RCPT TO:<bob@example.com>',
  'DATA',
  'one',
  '.',
  'MAIL FROM:<ada@example.com>',
  'RCPT TO:<bob@example.com>',
  'BDAT 5 LAST',
  'two\r\nQUIT',
  '',
].join('\r\n')

test('a whole session that is sent before the greeting, and half-closed, is answered in order', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)

  client.socket.end(wholeSession)

  const codes = (await client.rest()).split('\r\n').filter((line) => /^\d{3} /.test(line))
  expect(codes.map((line) => line.slice(0, 3))).toEqual([
    '220',
    '250',
    '250',
    '250',
    '354',
    '250',
    '250',
    '250',
    '250',
    '221',
  ])
  expect(mailroom.kept.map(({ octets }) => octets.toString())).toEqual(['one\r\n', 'two\r\n'])
  client.close()
})

test('a client that half-closes gets its replies also when the store takes its time', async () => {
  const { at, mailroom } = await smtp()
  let release = () => {}
  mailroom.beforeKeep = () => {
    mailroom.beforeKeep = () => Promise.resolve()
    return new Promise<void>((resolve) => {
      release = resolve
    })
  }
  const client = await DialogueClient.connect(at)

  client.socket.end(wholeSession)
  await client.reply()
  // A whole other session: meanwhile the end of the first has been seen for sure.
  await play(at, `${script.dataBegun}\nC: .\nS: 250 2.0.0 Ok: kept as m1${script.goodbye}`)
  release()

  expect(await client.rest()).toContain('250 2.0.0 Ok: kept as m3\r\n221 2.0.0 Bye')
  client.close()
})

test.each(paces)('a last line without its end is not executed (%s)', async (pace) => {
  const { at, mailroom } = await smtp()

  await play(
    at,
    `${script.addressed}
    C> RCPT TO:<unfinished@example.com>
    * half-close
    * closed`,
    pace === 'onePacket' ? 'turns' : pace,
  )

  await mailroom.until(() => mailroom.ended.length === 1)
  expect(mailroom.transactions[0]?.recipients.map(({ address }) => address)).toEqual(['bob@example.com'])
})

test.each(['half-close', 'hang up'])(
  'a client that is gone in the middle of DATA leaves nothing (%s)',
  async (how) => {
    const { at, mailroom } = await smtp()

    await play(
      at,
      `${script.dataBegun}
    C: half a mess
    C> .
    * ${how}`,
    ).catch(() => {})

    await mailroom.until(() => mailroom.ended.length === 1)
    expect([mailroom.kept.length, mailroom.discarded]).toEqual([0, 1])
    expect(mailroom.transactions[0]?.endings).toEqual([undefined])
  },
)

test('a message whose end was received is kept though the client is gone', async () => {
  const { at, mailroom } = await smtp()
  let release = () => {}
  const isHeld = new Promise<void>((begun) => {
    mailroom.beforeKeep = () => {
      begun()
      return new Promise<void>((resolve) => {
        release = resolve
      })
    }
  })
  const client = await DialogueClient.connect(at)
  await client.send(wholeSession.slice(0, wholeSession.indexOf('\r\n.\r\n') + 5))
  await isHeld

  client.hangUp()
  await once(client.socket, 'close')
  release()

  await mailroom.until(() => mailroom.ended.length === 1)
  expect(mailroom.kept).toHaveLength(1)
  expect(mailroom.transactions[0]?.endings).toEqual(['250 2.0.0 Ok: kept as m1'])
  expect(mailroom.ended[0]?.messageIds).toEqual(['m1'])
})

test.each(paces)('a line that is too long is refused, and the connection lives on (%s)', async (pace) => {
  const { at } = await smtp()
  const long = 'x'.repeat(pace === 'octets' ? 16_400 : 1_000_000)

  await play(
    at,
    `${script.greeted}
    C: NOOP ${long}
    S: 500 5.5.2 Line is longer than 16384 octets
    C: NOOP ${'y'.repeat(16_384 - 5)}
    S: 250 2.0.0 Ok
    ${script.goodbye}`,
    pace,
  )
})

test('lines may end with LF alone, as people type them', async () => {
  const { at } = await smtp()

  await play(
    at,
    `S: 220 …\nC> HELO me\\nNOOP\\nQUIT\\n\nS: 250 mx.test\nS: 250 2.0.0 Ok\nS: 221 2.0.0 Bye\n* closed`,
  )
})

test('a message of one line of three megabytes with NULs is kept as it is', async () => {
  const { at, mailroom } = await smtp({ maxMessageSize: 10_000_000 })
  const body = Buffer.alloc(3_000_000, '\0x.\r\xff')
  const client = await DialogueClient.connect(at)

  await client.send(wholeSession.slice(0, wholeSession.indexOf('one')))
  await client.send(body)
  await client.send('\r\n.\r\nQUIT\r\n')

  await client.rest()
  expect(mailroom.kept[0]?.octets.equals(Buffer.concat([body, Buffer.from('\r\n')]))).toBe(true)
  client.close()
})

test('a client that sends nothing is sent away when its time is over', async () => {
  const { at, mailroom } = await smtp({ idleTimeout: 700 })

  await play(at, `${script.greeted}\nS: 421 4.4.2 Nothing came for 0.7 seconds; goodbye\n* closed`)

  await mailroom.until(() => mailroom.ended.length === 1)
})

test('the time does not run while a message is being kept', async () => {
  const { at, mailroom } = await smtp({ idleTimeout: 700 })
  mailroom.beforeKeep = () => new Promise((resolve) => setTimeout(resolve, 1_500))

  await play(
    at,
    `${script.dataBegun}
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )
})

test('the time does not run while the store is slow to take octets', async () => {
  const { at, mailroom } = await smtp({ idleTimeout: 700 })
  mailroom.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, 1_500))

  await play(
    at,
    `${script.dataBegun}
    C: slow
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )
})

test('a store that is slow holds its client back, and no other', async () => {
  const { at, mailroom } = await smtp({ maxMessageSize: 500_000_000 })
  const client = await DialogueClient.connect(at)
  await client.send(wholeSession.slice(0, wholeSession.indexOf('one')))
  const hasBegun = new Promise<void>((begun) => {
    mailroom.beforeWrite = () => {
      begun()
      mailroom.beforeWrite = undefined
      return new Promise(() => {})
    }
  })

  client.socket.write(Buffer.alloc(100_000_000, 'x'))
  await hasBegun
  await play(at, `${script.dataBegun}\nC: .\nS: 250 2.0.0 Ok: kept as m1${script.goodbye}`)

  expect(client.socket.writableLength).toBeGreaterThan(80_000_000)
  client.hangUp()
})

test('too many connections are turned away, and those that leave make room', async () => {
  const { at } = await smtp({ maxConnections: 2 })
  const first = await DialogueClient.connect(at)
  const second = await DialogueClient.connect(at)
  await first.reply()
  await second.reply()

  await play(at, 'S: 421 4.3.2 More than 2 connections; try again later\n* closed')

  await first.ask('QUIT')
  await play(at, `S: 220 mx.test ESMTP mailhold${script.goodbye}`)
  for (const client of [first, second]) client.close()
})
