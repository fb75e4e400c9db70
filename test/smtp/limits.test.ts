import { describe, expect, test } from 'vitest'
import { MailholdError } from '#mailhold/model/errors.js'
import { paces, play } from '../support/dialogue.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

const again = `
  C: MAIL FROM:<ada@example.com>
  S: 250 2.1.0 Ok
  C: RCPT TO:<bob@example.com>
  S: 250 2.1.5 Ok
  C: DATA
  S: 354 End with <CR><LF>.<CR><LF>
  C: ok
  C: .
  S: 250 2.0.0 Ok: kept as m1`

test.each(paces)(
  'a message that grows too large is read to its end, refused, and the next is kept (%s)',
  async (pace) => {
    const { at, mailroom } = await smtp({ maxMessageSize: 8 })

    await play(
      at,
      `${script.dataBegun}
    C: 12345678
    C: QUIT
    C: .
    S: 552 5.3.4 Message is larger than the 8 octets that are allowed
    ${again}
    ${script.goodbye}`,
      pace,
    )

    expect(mailroom.kept.map(({ octets }) => octets.toString())).toEqual(['ok\r\n'])
    expect(mailroom.discarded).toBe(1)
    expect(mailroom.transactions[0]?.endings).toEqual([
      '552 5.3.4 Message is larger than the 8 octets that are allowed',
    ])
  },
)

test('a message of exactly the allowed size is kept: stuffed dots do not count', async () => {
  const { at, mailroom } = await smtp({ maxMessageSize: 8 })

  await play(
    at,
    `${script.dataBegun}
    C: ...
    C: ...
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )

  expect(mailroom.kept[0]?.octets.toString()).toBe('..\r\n..\r\n')
})

test('recipients beyond the limit are refused one by one', async () => {
  const { at, mailroom } = await smtp({ maxRecipients: 2 })

  await play(
    at,
    `${script.addressed}
    C: RCPT TO:<bob@example.com>
    S: 250 2.1.5 Ok
    C: RCPT TO:<eve@example.com>
    S: 452 4.5.3 Only 2 recipients are allowed
    C: DATA
    S: 354 End with <CR><LF>.<CR><LF>
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )

  expect(mailroom.kept[0]?.envelope.to).toHaveLength(2)
})

describe('when the store says no', () => {
  test('MAIL is refused while there is no room for what it announces', async () => {
    const { at, mailroom } = await smtp()
    mailroom.room = 500

    await play(
      at,
      `${script.greeted}
      C: MAIL FROM:<ada@example.com> SIZE=500
      S: 452 4.3.1 The disk is full; delete some mail
      C: MAIL FROM:<ada@example.com> SIZE=499
      S: 250 2.1.0 Ok
      ${script.goodbye}`,
    )
  })

  test('a disk that fills up before DATA or BDAT refuses just that', async () => {
    const { at, mailroom } = await smtp()
    const open = mailroom.openTransaction.bind(mailroom)
    mailroom.openTransaction = (...args) => {
      mailroom.room = 0
      return open(...args)
    }

    await play(
      at,
      `${script.addressed}
      C: DATA
      S: 452 4.3.1 The disk is full; delete some mail
      ${script.goodbye}`,
    )
    mailroom.room = 1_000
    await play(
      at,
      `${script.addressed}
      C: BDAT 6
      C> QUIT\\r\\n
      S: 452 4.3.1 The disk is full; delete some mail
      C: BDAT 0 LAST
      S: 452 4.3.1 The disk is full; delete some mail
      C: NOOP
      S: 250 2.0.0 Ok
      ${script.goodbye}`,
    )

    expect(mailroom.transactions.map(({ endings }) => endings)).toEqual([
      ['452 4.3.1 The disk is full; delete some mail'],
      ['452 4.3.1 The disk is full; delete some mail'],
    ])
  })

  test('a message whose first chunk was refused stays refused when there is room again', async () => {
    const { at, mailroom } = await smtp()
    const receive = mailroom.receive.bind(mailroom)
    mailroom.receive = () => {
      mailroom.receive = receive
      throw new MailholdError('storeFull', 'full now')
    }

    await play(
      at,
      `${script.addressed}
      C: BDAT 4
      C> half
      S: 452 4.3.1 full now
      C: DATA
      S: 503 5.5.1 BDAT has begun the message; DATA cannot go on
      C: BDAT 4 LAST
      C> half
      S: 452 4.3.1 full now
      ${again}
      ${script.goodbye}`,
    )
  })

  test.each([
    ['storeFull', '452 4.3.1 no'],
    ['storeFailed', '451 4.3.0 no'],
  ] as const)('%s at the end of a message is %s, and the next one is kept', async (code, answer) => {
    const { at, mailroom } = await smtp()
    mailroom.beforeKeep = () => {
      mailroom.beforeKeep = () => Promise.resolve()
      return Promise.reject(new MailholdError(code, 'no'))
    }

    await play(at, `${script.dataBegun}\nC: x\nC: .\nS: ${answer}${again}${script.goodbye}`)
  })

  test('a store that fails in the middle lets the client finish, and says so then', async () => {
    const { at, mailroom } = await smtp()
    mailroom.beforeWrite = () => {
      mailroom.beforeWrite = undefined
      return Promise.reject(new MailholdError('storeFull', 'full now'))
    }

    await play(
      at,
      `${script.dataBegun}\nC: x\nC: .\nS: 452 4.3.1 full now${again}${script.goodbye}`,
      'octets',
    )
  })

  test('an error that nobody foresaw is logged whole and told without its text', async () => {
    const { at, mailroom, logged } = await smtp()
    mailroom.beforeKeep = () => Promise.reject(new Error('/home/ada/secret.db: disk I/O error'))

    await play(
      at,
      `${script.dataBegun}
      C: .
      S: 451 4.3.0 Internal error; see the log of mailhold
      ${script.goodbye}`,
    )

    expect(logged.map(({ level, facts }) => [level, String(facts.error)])).toEqual([
      ['error', 'Error: /home/ada/secret.db: disk I/O error'],
    ])
  })

  test('a mailroom that is stopping ends the connection', async () => {
    const { at, mailroom } = await smtp()
    mailroom.checkRoom = () => {
      throw new MailholdError('stopping', 'mailhold is stopping')
    }

    await play(at, `${script.greeted}\nC: MAIL FROM:<>\nS: 421 4.3.2 mailhold is stopping\n* closed`)
  })

  test('a mailroom that cannot open or end a session does not bring the server down', async () => {
    const { at, mailroom, logged, server } = await smtp()
    const openSession = mailroom.openSession.bind(mailroom)
    mailroom.openSession = () => {
      mailroom.openSession = () => ({
        end: () => {
          mailroom.openSession = openSession
          throw new Error('cannot end')
        },
      })
      throw new Error('cannot open')
    }

    await play(at, '* closed')
    await play(at, `${script.greeted}${script.goodbye}`)
    await server.close(20_000)

    expect(logged.map(({ facts }) => String(facts.error))).toEqual([
      'Error: cannot open',
      'Error: cannot end',
    ])
  })
})
