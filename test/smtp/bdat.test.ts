import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

describe.each(paces)('with the client speaking in %s', (pace) => {
  test('octets of a chunk that is refused are swallowed, whatever they say', async () => {
    const { at, mailroom } = await smtp()

    await play(
      at,
      `${script.greeted}
      C: BDAT 28 LAST
      C> MAIL FROM:<evil@example.com>
      S: 503 5.5.1 Say MAIL FROM and RCPT TO first
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: BDAT 6
      C> QUIT\\r\\n
      S: 503 5.5.1 Say RCPT TO first
      C: NOOP
      S: 250 2.0.0 Ok
      ${script.goodbye}`,
      pace,
    )

    expect(mailroom.transactions).toHaveLength(1)
  })

  test('DATA cannot follow BDAT, and RSET discards what came', async () => {
    const { at, mailroom } = await smtp()

    await play(
      at,
      `${script.addressed}
      C: BDAT 3
      C> abc
      S: 250 2.0.0 Ok: 3 octets
      C: DATA
      S: 503 5.5.1 BDAT has begun the message; DATA cannot go on
      C: RCPT TO:<late@example.com>
      S: 503 5.5.1 The message has begun already
      C: RSET
      S: 250 2.0.0 Ok
      C: BDAT 3 LAST
      C> def
      S: 503 5.5.1 Say MAIL FROM and RCPT TO first
      ${script.goodbye}`,
      pace,
    )

    expect([mailroom.kept.length, mailroom.discarded]).toEqual([0, 1])
  })

  test('EHLO discards chunks', async () => {
    const { at, mailroom } = await smtp()

    await play(
      at,
      `${script.addressed}
      C: BDAT 3
      C> abc
      S: 250 2.0.0 Ok: 3 octets
      C: HELO again
      S: 250 mx.test
      ${script.goodbye}`,
      pace,
    )

    expect([mailroom.kept.length, mailroom.discarded]).toEqual([0, 1])
  })

  test('a message that grows too large is refused, and its other chunks are swallowed', async () => {
    const { at, mailroom } = await smtp({ maxMessageSize: 4 })

    await play(
      at,
      `${script.addressed}
      C: BDAT 3
      C> abc
      S: 250 2.0.0 Ok: 3 octets
      C: BDAT 3
      C> def
      S: 552 5.3.4 Message is larger than the 4 octets that are allowed
      C: BDAT 6 LAST
      C> QUIT\\r\\n
      S: 552 5.3.4 Message is larger than the 4 octets that are allowed
      C: MAIL FROM:<two@example.com>
      S: 250 2.1.0 Ok
      ${script.goodbye}`,
      pace,
    )

    expect(mailroom.kept).toEqual([])
    expect(mailroom.transactions[0]?.endings).toEqual([
      '552 5.3.4 Message is larger than the 4 octets that are allowed',
    ])
  })

  test('BINARYMIME needs BDAT', async () => {
    const { at } = await smtp()

    await play(
      at,
      `${script.greeted}
      C: MAIL FROM:<ada@example.com> BODY=binarymime
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@example.com>
      S: 250 2.1.5 Ok
      C: DATA
      S: 503 5.5.1 BODY=BINARYMIME needs BDAT
      C: BDAT 0 LAST
      S: 250 2.0.0 Ok: kept as m1
      ${script.goodbye}`,
      pace,
    )
  })
})

test.each(['', 'x', '-1', '1.5', '5 FIRST', '999999999999999999999'])(
  'BDAT with the size "%s" closes the connection: nobody knows where the chunk ends',
  async (size) => {
    const { at } = await smtp()

    await play(
      at,
      `${script.addressed}
      C: BDAT ${size}
      C: QUIT
      S: 501 5.5.4 The size is missing; say BDAT <octets> [LAST]
      * closed`,
      'onePacket',
    )
  },
)

test('any octets in chunks of any size come back the same', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  await client.ask('HELO me')

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 12 }),
      async (chunks) => {
        const commands = chunks.map((chunk, place) =>
          Buffer.concat([
            Buffer.from(`BDAT ${chunk.length}${place === chunks.length - 1 ? ' LAST' : ''}\r\n`),
            chunk,
          ]),
        )
        await client.send(Buffer.concat([Buffer.from('MAIL FROM:<>\r\nRCPT TO:<a@b>\r\n'), ...commands]))
        for (let reply = 0; reply < chunks.length + 2; reply++)
          expect((await client.reply()).slice(0, 3)).toBe('250')
        expect(mailroom.kept.at(-1)?.octets.equals(Buffer.concat(chunks))).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
  client.close()
})

test('fifty thousand chunks of one octet take no longer than their number asks for', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  client.socket.on('data', () => {})
  const count = 50_000

  const started = performance.now()
  await client.send('HELO me\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\n')
  await client.send(`${'BDAT 1\r\nx'.repeat(count)}BDAT 0 LAST\r\n`)
  await mailroom.until(() => mailroom.kept.length === 1)

  expect(mailroom.kept[0]?.octets.length).toBe(count)
  expect(performance.now() - started).toBeLessThan(6_000)
  client.close()
})
