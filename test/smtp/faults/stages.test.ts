import { describe, expect, test } from 'vitest'
import type { FaultStage, NewFault } from '#mailhold/model/fault.js'
import { play } from '../../support/dialogue.js'
import { smtp } from '../../support/smtp.js'
import { script } from '../../support/smtp-script.js'

const refusal = '451 4.3.0 try later'

/** The dialogue up to the reply that the rule is for, and the one behind a refusal that happens once. */
const stages: readonly { stage: FaultStage; before: string; afterwards: string }[] = [
  {
    stage: 'ehlo',
    before: `
      S: 220 …
      C: EHLO me`,
    afterwards: `
      C: HELO me
      S: 250 mx.test`,
  },
  {
    stage: 'auth',
    before: `${script.greeted}
      C: AUTH PLAIN AGFkYQBzZWNyZXQ=`,
    afterwards: `
      C: AUTH PLAIN AGFkYQBzZWNyZXQ=
      S: 235 …`,
  },
  {
    stage: 'mail',
    before: `${script.greeted}
      C: MAIL FROM:<ada@example.com>`,
    afterwards: `
      C: RCPT TO:<bob@example.com>
      S: 503 5.5.1 Say MAIL FROM first
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok`,
  },
  {
    stage: 'rcpt',
    before: `${script.greeted}
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@example.com>`,
    afterwards: `
      C: DATA
      S: 503 5.5.1 Say RCPT TO first
      C: RCPT TO:<bob@example.com>
      S: 250 2.1.5 Ok`,
  },
  {
    stage: 'data',
    before: `${script.addressed}
      C: DATA`,
    afterwards: `
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok`,
  },
  {
    stage: 'accept',
    before: `${script.dataBegun}
      C: Subject: hi
      C:
      C: body
      C: .`,
    afterwards: `
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok`,
  },
]

async function started(...rules: NewFault[]) {
  const head = await smtp()
  const ids = rules.map((rule) => head.mailroom.faults.addFault(rule).id)
  const over = async () => {
    await head.mailroom.until(() => head.mailroom.ended.length > 0)
    const record = head.mailroom.ended[0]
    if (!record) throw new Error('no session ended')
    return record
  }
  return { ...head, ids, over }
}

describe.each(stages)('at $stage', ({ stage, before, afterwards }) => {
  test('a refusal is said, and the session goes on', async () => {
    const { at, mailroom, ids, over } = await started({ stage, do: { reply: refusal }, times: 1 })

    await play(at, `${before}\nS: ${refusal}\n${afterwards}\n${script.goodbye}`)

    expect(mailroom.kept).toEqual([])
    const { problems, transcript } = await over()
    const told = `fault rule ${ids[0]} fired at ${stage} (1 of 1): "${refusal}"`
    expect(problems).toContainEqual({ code: 'faultRule', message: told })
    expect(transcript).toContainEqual(expect.objectContaining({ who: 'note', text: told }))
    expect(problems).not.toContainEqual(expect.objectContaining({ code: 'authFailed' }))
  })

  test('421 is said, and the connection closed', async () => {
    const { at, mailroom } = await started({ stage, do: { reply: '421 4.3.2 going down' } })

    await play(at, `${before}\nS: 421 4.3.2 going down\n* closed`)

    expect(mailroom.kept).toEqual([])
  })

  test('the connection is closed without a word', async () => {
    const { at, mailroom } = await started({ stage, do: { drop: true } })

    await play(at, `${before}\n* closed`)

    expect(mailroom.kept).toEqual([])
    await mailroom.until(() => mailroom.ended.length > 0)
    expect(mailroom.transactions.every(({ endings }) => endings.length === 1)).toBe(true)
  })

  test('a delay changes nothing but the time', async () => {
    const { at, over } = await started({ stage, do: { delay: '20ms' } })
    const begun = performance.now()

    await play(at, `${before}\nS: …\n* hang up`)

    expect(performance.now() - begun).toBeGreaterThan(19)
    const { problems } = await over()
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('held back for 20ms') }),
    ])
  })
})

describe('at connect', () => {
  test('554 comes in place of the greeting, and the client may only leave', async () => {
    const { at } = await started({ stage: 'connect', do: { reply: '554 not here' } })

    await play(
      at,
      `S: 554 not here
       C: EHLO me
       S: 503 5.5.1 Refused; say QUIT
       C: QUIT
       S: 221 2.0.0 Bye
       * closed`,
    )
  })

  test('421 closes', async () => {
    const { at } = await started({ stage: 'connect', do: { reply: '421 4.3.2 busy' }, times: 1 })

    await play(at, 'S: 421 4.3.2 busy\n* closed')
    await play(at, `${script.greeted}${script.goodbye}`)
  })

  test('nothing is said at all', async () => {
    const { at } = await started({ stage: 'connect', do: { drop: true } })

    await play(at, '* closed')
  })

  test('what comes before a late greeting waits for it', async () => {
    const { at } = await started({ stage: 'connect', do: { delay: '50ms' } })

    await play(at, `${script.addressed}${script.goodbye}`, 'onePacket')
  })
})

describe('the message', () => {
  const body = `
    C: Subject: hi
    C:
    C: body
    C: .`

  test('is kept and its 250 withheld by dropAfterKeep, so that a retry makes a second one', async () => {
    const { at, mailroom, over } = await started({ stage: 'accept', do: { dropAfterKeep: true }, times: 1 })

    await play(at, `${script.dataBegun}${body}\n* closed`)
    expect((await over()).messageIds).toEqual(['m1'])
    await play(at, `${script.dataBegun}${body}\nS: 250 2.0.0 Ok: kept as m2${script.goodbye}`)

    expect(mailroom.kept).toHaveLength(2)
  })

  test('that comes by BDAT is refused at its first chunk, and all its chunks are swallowed', async () => {
    const { at, mailroom } = await started({ stage: 'data', do: { reply: refusal }, times: 1 })

    await play(
      at,
      `${script.addressed}
      C> BDAT 6\\r\\nQUIT\\r\\n
      S: ${refusal}
      C> BDAT 6 LAST\\r\\nRSET\\r\\n
      S: ${refusal}
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@example.com>
      S: 250 2.1.5 Ok
      C> BDAT 6 LAST\\r\\nHELP\\r\\n
      S: 250 2.0.0 Ok: kept as m1${script.goodbye}`,
    )

    expect(mailroom.kept.map(({ octets }) => octets.toString())).toEqual(['HELP\r\n'])
    expect(mailroom.faults.faults()[0]).toMatchObject({ fired: 1 })
  })

  test('that comes by BDAT is refused at its end', async () => {
    const { at, mailroom } = await started({ stage: 'accept', do: { reply: '554 5.6.0 no' } })

    await play(
      at,
      `${script.addressed}
      C> BDAT 6\\r\\nQUIT\\r\\n
      S: 250 2.0.0 Ok: 6 octets
      C: BDAT 0 LAST
      S: 554 5.6.0 no${script.goodbye}`,
    )

    expect(mailroom.kept).toEqual([])
    expect(mailroom.discarded).toBe(1)
    expect(mailroom.transactions[0]?.endings).toEqual(['554 5.6.0 no'])
  })

  test('that is too large is refused for that, and no rule is used up', async () => {
    const head = await smtp({ maxMessageSize: 10 })
    head.mailroom.faults.addFault({ stage: 'accept', do: { reply: refusal } })

    await play(head.at, `${script.dataBegun}${body}\nS: 552 5.3.4 …${script.goodbye}`)

    expect(head.mailroom.faults.faults()[0]).toMatchObject({ fired: 0 })
  })
})

test('a command with a mistake is no occasion', async () => {
  const { at, mailroom } = await started({ stage: 'mail', do: { reply: refusal } })

  await play(at, `${script.greeted}\nC: MAIL FROM\nS: 501 …\nC: MAIL FROM:<a> X=1\nS: 555 …${script.goodbye}`)

  expect(mailroom.faults.faults()[0]).toMatchObject({ fired: 0 })
})

test('one recipient is refused, the others get the mail', async () => {
  const { at, mailroom } = await started({
    stage: 'rcpt',
    where: { recipient: 'bob@*' },
    do: { reply: '550 5.1.1 no' },
  })

  await play(
    at,
    `${script.greeted}
    C: MAIL FROM:<>
    S: 250 …
    C: RCPT TO:<ada@example.com>
    S: 250 …
    C: RCPT TO:<bob@example.com>
    S: 550 5.1.1 no
    C: RCPT TO:<bounce+452+mailbox+full@w1.mailhold.test>
    S: 452 4.2.2 mailbox full
    C: RCPT TO:<cy@example.com>
    S: 250 …
    C: DATA
    S: 354 …
    C: .
    S: 250 …${script.goodbye}`,
  )

  expect(mailroom.kept[0]?.envelope.to.map(({ address }) => address)).toEqual([
    'ada@example.com',
    'cy@example.com',
  ])
})

test('AUTH by LOGIN is refused for the inbox of its user name alone', async () => {
  const { at } = await started({ stage: 'auth', where: { inbox: 'ada' }, do: { reply: '535 5.7.8 go away' } })
  const login = (user: string) => `
    C: AUTH LOGIN
    S: 334 VXNlcm5hbWU6
    C: ${user}
    S: 334 UGFzc3dvcmQ6
    C: c2VjcmV0`

  await play(
    at,
    `${script.greeted}${login('YWRh')}\nS: 535 5.7.8 go away${login('Ym9i')}\nS: 235 …${script.goodbye}`,
  )
})

test('a token of XOAUTH2 is refused, and the next line is a command again', async () => {
  const { at } = await started({ stage: 'auth', do: { reply: '454 4.7.0 later' } })
  const token = Buffer.from('user=ada\x01auth=Bearer t\x01\x01').toString('base64')

  await play(
    at,
    `${script.greeted}\nC: AUTH XOAUTH2 ${token}\nS: 454 4.7.0 later\nC: NOOP\nS: 250 …${script.goodbye}`,
  )
})
