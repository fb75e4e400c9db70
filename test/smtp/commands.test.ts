import { describe, expect, test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

const addressed = script.addressed
const greeted = script.greeted
const fresh = 'S: 220 mx.test ESMTP mailhold'

describe.each([
  ['before HELO', fresh, 'NOOP', '250 2.0.0 Ok'],
  ['before HELO', fresh, 'RSET', '250 2.0.0 Ok'],
  ['before HELO', fresh, 'VRFY bob', '252 2.1.5 Mail for any address is accepted'],
  ['before HELO', fresh, 'MAIL FROM:<a@b>', '503 5.5.1 Say EHLO or HELO first'],
  ['before HELO', fresh, 'HELO', '501 5.5.4 Your name is missing; say HELO and a name'],
  ['before HELO', fresh, 'EHLO   ', '501 5.5.4 Your name is missing; say EHLO and a name'],
  ['before HELO', fresh, 'HELO (none)', '250 mx.test'],
  ['before HELO', fresh, 'HELO two words_and=more', '250 mx.test'],
  ['before HELO', fresh, 'helo [IPv6:::1]', '250 mx.test'],
  ['after HELO', greeted, 'noop with words', '250 2.0.0 Ok'],
  ['after HELO', greeted, 'VRFY', '501 5.5.4 The address is missing; say VRFY <address>'],
  ['after HELO', greeted, 'EXPN staff', '502 5.5.1 There are no mailing lists here'],
  ['after HELO', greeted, 'WIZ', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, 'SHELL', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, 'KILL', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, 'XCLIENT ADDR=192.0.2.1', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, '__proto__', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, 'constructor', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, '', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, '\\0\\xff\\xfe', '500 5.5.1 Command not known; HELP lists those that are'],
  ['after HELO', greeted, 'STARTTLS', '502 5.5.1 STARTTLS is off here; start mailhold with --starttls'],
  ['after HELO', greeted, 'RCPT TO:<a@b>', '503 5.5.1 Say MAIL FROM first'],
  ['after HELO', greeted, 'DATA', '503 5.5.1 Say MAIL FROM and RCPT TO first'],
  ['after HELO', greeted, 'BDAT 0 LAST', '503 5.5.1 Say MAIL FROM and RCPT TO first'],
  ['after HELO', greeted, 'MAIL', '501 5.5.2 FROM:<address> is missing; say MAIL FROM:<address>'],
  [
    'after HELO',
    greeted,
    'MAIL FROM:<a@b',
    '501 5.5.2 > is missing after the address; say MAIL FROM:<address>',
  ],
  ['after HELO', greeted, 'MAIL FROM:<a@b> FOO=1', '555 5.5.4 FOO is not a parameter that mailhold knows'],
  ['after HELO', greeted, 'MAIL FROM:<a@b> SIZE=x', '501 5.5.4 SIZE must be a number of octets'],
  ['after HELO', greeted, 'MAIL FROM:<a@b> SIZE', '501 5.5.4 SIZE must be a number of octets'],
  ['after HELO', greeted, 'MAIL FROM:<a@b> SIZE=1 SIZE=2', '501 5.5.4 SIZE was given twice'],
  ['after HELO', greeted, 'MAIL FROM:<a@b> SMTPUTF8=1', '501 5.5.4 SMTPUTF8 takes no value'],
  ['after HELO', greeted, 'MAIL FROM:<a@b> BODY=9BIT', '501 5.5.4 BODY must be 7BIT, 8BITMIME or BINARYMIME'],
  [
    'after HELO',
    greeted,
    'MAIL FROM:<a@b> __proto__=1',
    '501 5.5.2 "__proto__=1" is not a parameter; say MAIL FROM:<address>',
  ],
  [
    'after HELO',
    greeted,
    'MAIL FROM:<a@b> SIZE=1000001',
    '552 5.3.4 Message is larger than the 1000000 octets that are allowed',
  ],
  [
    'after HELO',
    greeted,
    'MAIL FROM:<a@b> SIZE=99999999999999999999',
    '552 5.3.4 Message is larger than the 1000000 octets that are allowed',
  ],
  [
    'after HELO',
    greeted,
    'MAIL FROM:<> SIZE=1000000 BODY=8bitmime SMTPUTF8 RET=HDRS ENVID=q AUTH=<> MT-PRIORITY=-3',
    '250 2.1.0 Ok',
  ],
  ['after RCPT', addressed, 'MAIL FROM:<a@b>', '503 5.5.1 A transaction is open already; RSET ends it'],
  ['after RCPT', addressed, 'AUTH PLAIN', '503 5.5.1 AUTH cannot be said during a transaction'],
  ['after RCPT', addressed, 'RCPT TO:<>', '501 5.1.3 A recipient cannot be empty'],
  ['after RCPT', addressed, 'RCPT TO:<@a.example:>', '501 5.1.3 A recipient cannot be empty'],
  [
    'after RCPT',
    addressed,
    'RCPT TO:<a@b> NOTIFY=NEVER,SUCCESS',
    '501 5.5.4 NOTIFY must be NEVER, or some of SUCCESS,FAILURE,DELAY',
  ],
  ['after RCPT', addressed, 'RCPT TO:<a@b> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;a+2Bb@c', '250 2.1.5 Ok'],
  ['after RCPT', addressed, 'RCPT TO:<a@b> SIZE=1', '555 5.5.4 SIZE is not a parameter that mailhold knows'],
  ['after RCPT', addressed, 'DATA now', '501 5.5.4 DATA takes no argument'],
])('%s', (_state, before, command, answer) => {
  test(`${command} → ${answer.slice(0, 9)}`, async () => {
    const { at } = await smtp()

    await play(at, `${before}\nC: ${command}\nS: ${answer}${script.goodbye}`)
  })
})

test.each(paces)('RSET, HELO and EHLO end a transaction (%s)', async (pace) => {
  const { at, mailroom } = await smtp()

  await play(
    at,
    `${addressed}
    C: RSET
    S: 250 2.0.0 Ok
    C: DATA
    S: 503 5.5.1 Say MAIL FROM and RCPT TO first
    C: MAIL FROM:<two@example.com>
    S: 250 2.1.0 Ok
    C: HELO again
    S: 250 mx.test
    C: DATA
    S: 503 5.5.1 Say MAIL FROM and RCPT TO first
    ${script.goodbye}`,
    pace,
  )

  expect(mailroom.transactions.map(({ from, endings }) => [from, endings])).toEqual([
    ['ada@example.com', [undefined]],
    ['two@example.com', [undefined]],
  ])
})

test('every recipient is kept, in order, as it was written and as often as it was named', async () => {
  const { at, mailroom } = await smtp()

  await play(
    at,
    `${greeted}
    C: MAIL FROM:<"ada lovelace"@example.com> RET=FULL
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@example.com>
    C: RCPT TO:<BOB@example.com> NOTIFY=NEVER
    C: RCPT TO:<@relay.example:bob@example.com>
    C: RCPT TO:<jürgen@bücher.example>
    C: RCPT TO:<a..b>
    C: RCPT TO:<caf\\xe9@example.com>
    ${'S: 250 2.1.5 Ok\n'.repeat(6)}
    C: DATA
    S: 354 End with <CR><LF>.<CR><LF>
    C: .
    S: 250 2.0.0 Ok: kept as m1
    ${script.goodbye}`,
  )

  expect(mailroom.kept[0]?.envelope).toEqual({
    from: {
      address: '"ada lovelace"@example.com',
      raw: '"ada lovelace"@example.com',
      parameters: [{ name: 'RET', value: 'FULL' }],
    },
    to: [
      { address: 'bob@example.com', raw: 'bob@example.com', parameters: [] },
      {
        address: 'BOB@example.com',
        raw: 'BOB@example.com',
        parameters: [{ name: 'NOTIFY', value: 'NEVER' }],
      },
      { address: 'bob@example.com', raw: '@relay.example:bob@example.com', parameters: [] },
      { address: 'jürgen@bücher.example', raw: 'jürgen@bücher.example', parameters: [] },
      { address: 'a..b', raw: 'a..b', parameters: [] },
      { address: 'café@example.com', raw: 'café@example.com', parameters: [] },
    ],
  })
})

test('HTTP is refused and the connection closed', async () => {
  const { at } = await smtp()

  await play(
    at,
    `${fresh}
    C: GET / HTTP/1.1
    C: Host: localhost:1025
    C:
    S: 421 4.7.0 This port speaks SMTP; the page and the API are on the port of --http
    * closed`,
  )
})

test('a client that says only nonsense is sent away', async () => {
  const { at } = await smtp({ maxBadCommands: 3 })

  await play(
    at,
    `${fresh}
    C: one
    S: 500 5.5.1 Command not known; HELP lists those that are
    C: MAIL FROM
    S: 503 5.5.1 Say EHLO or HELO first
    C: two
    S: 500 5.5.1 Command not known; HELP lists those that are
    S: 421 4.7.0 3 bad commands; goodbye
    * closed`,
  )
})

describe('HELP lists every command that is offered', () => {
  const always = [
    'EHLO <your name>',
    'HELO <your name>',
    'MAIL FROM:<address>',
    'RCPT TO:<address>',
    'DATA',
    'BDAT <octets> [LAST]',
    'RSET',
    'NOOP',
    'QUIT',
  ]
  const auth = 'AUTH <method> [<initial response>]'
  const last = ['VRFY <address>', 'EXPN <list>', 'HELP']

  test.each([
    ['as it starts', {}, [...always, auth, ...last]],
    ['with AUTH off', { auth: { mode: 'off' } as const }, [...always, ...last]],
    ['with STARTTLS', { starttls: true }, [...always, auth, 'STARTTLS', ...last]],
  ])('%s', async (_name, options, listed) => {
    const { at } = await smtp({ ...options, tls: await makeCertificate({ hostName: 'mx.test' }) })
    const client = await DialogueClient.connect(at)
    await client.reply()

    const [first, ...lines] = (await client.ask('HELP')).split('\n')
    client.close()

    expect(first).toBe('214-2.0.0 mailhold keeps every mail that is sent to it and delivers none. It knows:')
    expect(lines.map((line) => line.slice('214-2.0.0 '.length).trim())).toEqual(listed)
  })
})
