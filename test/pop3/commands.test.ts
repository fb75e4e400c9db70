import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { pop3Server } from '../support/pop3-server.js'

const mails = ['A: 1\r\n\r\none\r\ntwo\r\n', 'B: 2\r\n\r\n']

const before = `
  S: +OK Mailhold is ready`

const after = `
  S: +OK Mailhold is ready
  C: USER ada
  S: +OK now the password
  C: PASS x
  S: +OK 2 messages for ada`

const list = `S: 1 18
  S: 2 8
  S: .`
const one = `S: A: 1
  S: 
  S: one
  S: two
  S: .`
const unknown = '-ERR unknown command; CAPA lists what there is'
const noNumber = (text: string, usage: string) =>
  `-ERR a message number is a whole number from 1, got "${text}"; usage: ${usage}`

/** Command, the status line it gets, and the lines that follow. */
type Row = readonly [command: string, status: string, ...lines: string[]]

const beforeLogin: readonly Row[] = [
  ['USER ada', '+OK now the password'],
  ['user Ada Lovelace', '+OK now the password'],
  ['USER', '-ERR an argument is missing; usage: USER name'],
  ['PASS x', '-ERR say USER first'],
  ['PASS', '-ERR an argument is missing; usage: PASS password'],
  ['APOP ada c4c9334bac560ecc979e58001b3e22fb', unknown],
  ['AUTH', '-ERR an argument is missing; usage: AUTH mechanism [initial-response]'],
  ['AUTH CRAM-MD5', '-ERR that mechanism is not spoken here; these are: PLAIN LOGIN XOAUTH2'],
  ['AUTH __proto__', '-ERR that mechanism is not spoken here; these are: PLAIN LOGIN XOAUTH2'],
  ['AUTH PLAIN AGFkYQB4 more', '-ERR too many arguments; usage: AUTH mechanism [initial-response]'],
  ['AUTH PLAIN !!!!', '-ERR the response is not base64'],
  ['AUTH PLAIN =', '-ERR the response does not have the form of the mechanism'],
  ['auth plain AGFkYQB4', '+OK 2 messages for ada'],
  ['STLS', '-ERR no certificate is loaded here'],
  ['STLS now', '-ERR too many arguments; usage: STLS'],
  ['UTF8', '+OK UTF-8 it is'],
  ['UTF8 USER', '-ERR too many arguments; usage: UTF8'],
  ['CAPA x', '-ERR too many arguments; usage: CAPA'],
  ['QUIT now', '-ERR too many arguments; usage: QUIT'],
  ['QUIT', '+OK bye'],
  ['quit', '+OK bye'],
  ...[
    'STAT',
    'LIST',
    'LIST 1',
    'RETR 1',
    'DELE 1',
    'NOOP',
    'RSET',
    'TOP 1 1',
    'UIDL',
    'UIDL 1',
    'LIST x',
    'RETR',
  ].map((command): Row => [command, `-ERR ${command.split(' ')[0]} is not possible before login`]),
]

const afterLogin: readonly Row[] = [
  ['STAT', '+OK 2 26'],
  ['sTaT', '+OK 2 26'],
  ['STAT ', '+OK 2 26'],
  ['STAT 1', '-ERR too many arguments; usage: STAT'],
  ['LIST', '+OK 2 messages (26 octets)', list],
  ['LIST 2', '+OK 2 8'],
  ['LIST 02', '+OK 2 8'],
  ['LIST 1 2', '-ERR too many arguments; usage: LIST [message]'],
  ['LIST  1', '-ERR too many arguments; usage: LIST [message]'],
  ['LIST 3', '-ERR there is no message 3, they go from 1 to 2'],
  ...['0', '-1', '+1', '1.0', '1e0', '0x1', '¹', 'x', '\t1', '\\0', '9'.repeat(16)].map(
    (text): Row => [
      `LIST ${text}`,
      '-ERR a message number is a whole number from 1, got "…"; usage: LIST [message]',
    ],
  ),
  ['LIST 999999999999999', '-ERR there is no message 999999999999999, they go from 1 to 2'],
  ['UIDL', '+OK unique ids follow', 'S: 1 m1\nS: 2 m2\nS: .'],
  ['UIDL 2', '+OK 2 m2'],
  ['UIDL 0', noNumber('0', 'UIDL [message]')],
  ['UIDL 3', '-ERR there is no message 3, they go from 1 to 2'],
  ['UIDL 1 2', '-ERR too many arguments; usage: UIDL [message]'],
  ['RETR 1', '+OK 18 octets', one],
  ['RETR', '-ERR an argument is missing; usage: RETR message'],
  ['RETR ', '-ERR an argument is missing; usage: RETR message'],
  ['RETR 1 2', '-ERR too many arguments; usage: RETR message'],
  ['RETR constructor', noNumber('constructor', 'RETR message')],
  ['RETR 3', '-ERR there is no message 3, they go from 1 to 2'],
  ['TOP 1 0', '+OK top of message follows', 'S: A: 1\nS: \nS: .'],
  ['TOP 1 1', '+OK top of message follows', 'S: A: 1\nS: \nS: one\nS: .'],
  ['TOP 1 99999999', '+OK top of message follows', one],
  ['TOP 1 999999999999999', '+OK top of message follows', one],
  ['TOP 2 5', '+OK top of message follows', 'S: B: 2\nS: \nS: .'],
  ['TOP 1', '-ERR an argument is missing; usage: TOP message lines'],
  ['TOP', '-ERR an argument is missing; usage: TOP message lines'],
  ['TOP 1 -1', '-ERR the number of lines is a whole number from 0, got "-1"; usage: TOP message lines'],
  ['TOP 1 x', '-ERR the number of lines is a whole number from 0, got "x"; usage: TOP message lines'],
  ['TOP 3 0', '-ERR there is no message 3, they go from 1 to 2'],
  ['TOP 1 1 1', '-ERR too many arguments; usage: TOP message lines'],
  ['DELE 1', '+OK message 1 marked as deleted'],
  ['DELE', '-ERR an argument is missing; usage: DELE message'],
  ['DELE 3', '-ERR there is no message 3, they go from 1 to 2'],
  ['DELE 1 2', '-ERR too many arguments; usage: DELE message'],
  ['DELE *', noNumber('*', 'DELE message')],
  ['NOOP', '+OK nothing done'],
  ['NOOP x', '-ERR too many arguments; usage: NOOP'],
  ['RSET', '+OK 2 messages (26 octets)'],
  ['RSET 1', '-ERR too many arguments; usage: RSET'],
  ['CAPA x', '-ERR too many arguments; usage: CAPA'],
  ['QUIT x', '-ERR too many arguments; usage: QUIT'],
  ['QUIT', '+OK bye'],
  ...['USER ada', 'PASS x', 'AUTH PLAIN', 'STLS', 'UTF8', 'USER', 'AUTH'].map(
    (command): Row => [command, `-ERR ${command.split(' ')[0]} is not possible after login`],
  ),
]

const anywhere: readonly Row[] = [
  ['', unknown],
  [' STAT', unknown],
  ['STAT\t', unknown],
  ['HELP', unknown],
  ['LAST', unknown],
  ['__proto__', unknown],
  ['constructor x', unknown],
  ['\\0', unknown],
  ['\\xff\\xfe', unknown],
  ['RETR1', unknown],
  ['QUIT\\r', unknown],
  ['GET / HTTP/1.1', unknown],
]

const script = (opening: string, command: string, status: string, lines: readonly string[]) =>
  `${opening}\nC: ${command}\nS: ${status}\n${lines.join('\n')}`

test.each([...beforeLogin, ...anywhere])('before login "%s" gets %s', async (command, status, ...lines) => {
  await using pop3 = await pop3Server(mails)

  await play(pop3.address, script(before, command, status, lines))

  expect(pop3.logged).toEqual([])
})

test.each([...afterLogin, ...anywhere])('after login "%s" gets %s', async (command, status, ...lines) => {
  await using pop3 = await pop3Server(mails)

  await play(pop3.address, script(after, command, status, lines))

  expect(pop3.logged).toEqual([])
})

test.each(['RETR 1', 'TOP 1 0', 'LIST 1', 'UIDL 1', 'DELE 1'])(
  '%s of a message marked as deleted is refused',
  async (command) => {
    await using pop3 = await pop3Server(mails)

    await play(
      pop3.address,
      `${after}
    C: DELE 1
    S: +OK message 1 marked as deleted
    C: ${command}
    S: -ERR message 1 is marked as deleted
    C: STAT
    S: +OK 1 8
    C: UIDL
    S: +OK unique ids follow
    S: 2 m2
    S: .`,
    )
  },
)

test('an empty maildrop says so', async () => {
  await using pop3 = await pop3Server([])

  await play(
    pop3.address,
    `${after.replace('2 messages', '0 messages')}
    C: STAT
    S: +OK 0 0
    C: LIST
    S: +OK 0 messages (0 octets)
    S: .
    C: UIDL
    S: +OK unique ids follow
    S: .
    C: RETR 1
    S: -ERR there is no message 1, the maildrop is empty`,
  )
})

test('an absurdly long argument is not thrown back in full: a status line has at most 512 octets', async () => {
  await using pop3 = await pop3Server(mails)

  const heard = await play(pop3.address, `${after}\nC: RETR ${'é'.repeat(5_000)}\nS: -ERR …`)

  expect(heard.at(-1)?.length).toBeLessThanOrEqual(510)
  expect(heard.at(-1)).toMatch(/^[ -~]+$/)
})
