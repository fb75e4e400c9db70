import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { pop3Server } from '../support/pop3-server.js'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const hello = 'S: +OK Mailhold is ready'
const wrong = 'S: -ERR [AUTH] wrong name or password'

/** Passwords are on: everybody's is the name backwards. */
const withPasswords = {
  verify: async (user: string, password: string) => password === [...user].reverse().join(''),
  failedLoginDelayMs: 0,
}

test.each(paces)('SASL works with and without an initial response, and * cancels (%s)', async (pace) => {
  const exchanges = [
    `C: AUTH PLAIN ${base64('\0ada\0x')}`,
    `C: AUTH PLAIN\nS: + \nC: ${base64('\0ada\0x')}`,
    `C: AUTH PLAIN\nS: + \nC: *\nS: -ERR cancelled\nC: AUTH PLAIN ${base64('ada\0bob\0x')}`,
    `C: AUTH LOGIN\nS: + VXNlcm5hbWU6\nC: ${base64('ada')}\nS: + UGFzc3dvcmQ6\nC: ${base64('x')}`,
    `C: auth login ${base64('ada')}\nS: + UGFzc3dvcmQ6\nC: ${base64('x')}`,
    `C: AUTH LOGIN ${base64('ada')}\nS: + UGFzc3dvcmQ6\nC: *\nS: -ERR cancelled\nC: AUTH LOGIN\nS: + …\nC: ${base64('ada')}\nS: + …\nC: =`,
    `C: AUTH XOAUTH2 ${base64('user=ada\x01auth=Bearer t\x01\x01')}`,
    `C: AUTH XOAUTH2\nS: + \nC: ${base64(`user=ada\x01auth=Bearer ${'t'.repeat(6_000)}\x01\x01`)}`,
  ]
  await using pop3 = await pop3Server(['a\r\n'])

  for (const exchange of exchanges) {
    await play(
      pop3.address,
      `${hello}\n${exchange}\nS: +OK 1 messages for ada\nC: QUIT\nS: +OK bye\n* closed`,
      pace,
    )
  }
})

test.each([
  ['!!!!', '-ERR the response is not base64'],
  [base64('ada'), '-ERR the response does not have the form of the mechanism'],
  ['x'.repeat(20_000), '-ERR the response is too long'],
])('the SASL response %j is refused and the session goes on', async (response, reply) => {
  await using pop3 = await pop3Server([])

  await play(
    pop3.address,
    `${hello}\nC: AUTH PLAIN\nS: + \nC: ${response}\nS: ${reply}\nC: USER a\nS: +OK …\nC: PASS x\nS: +OK …`,
  )
})

test('a client that goes away in the middle of AUTH leaves nothing behind', async () => {
  await using pop3 = await pop3Server([])

  await play(pop3.address, `${hello}\nC: AUTH PLAIN\nS: + \n* half-close\n* closed`)

  expect(pop3.logged).toEqual([])
})

test('PASS counts right after USER only', async () => {
  await using pop3 = await pop3Server([])

  await play(
    pop3.address,
    `${hello}
    C: USER ada
    S: +OK …
    C: UTF8
    S: +OK …
    C: PASS x
    S: -ERR say USER first
    C: USER ada
    S: +OK …
    C: NOOP
    S: -ERR …
    C: PASS x
    S: -ERR say USER first
    C: USER ada
    S: +OK …
    C: USER bob
    S: +OK …
    C: PASS x
    S: +OK 0 messages for bob`,
  )
})

test('blanks belong to a name and to a password', async () => {
  const seen: string[] = []
  await using pop3 = await pop3Server([], { verify: async (...pair) => seen.push(...pair) > 0 })

  await play(
    pop3.address,
    `${hello}\nC: USER Ada Lovelace\nS: +OK …\nC: PASS  two words \nS: +OK 0 messages for Ada Lovelace`,
  )

  expect(seen).toEqual(['Ada Lovelace', ' two words '])
})

test('a maildrop that is open says [IN-USE], and is free again after QUIT', async () => {
  await using pop3 = await pop3Server([])
  const first = await DialogueClient.connect(pop3.address)
  await first.line()
  await first.ask('USER ada')
  await first.ask('PASS x')

  const refused = `${hello}\nC: USER ada\nS: +OK …\nC: PASS x\nS: -ERR [IN-USE] maildrop ada is open in another session`
  await play(pop3.address, `${refused}\nC: AUTH PLAIN ${base64('\0ada\0x')}\nS: -ERR [IN-USE] …`)
  await first.ask('QUIT')
  await play(pop3.address, `${hello}\nC: USER ada\nS: +OK …\nC: PASS x\nS: +OK …`)

  first.close()
})

test.each([
  ['USER ada', 'C: USER ada\nS: +OK …\nC: PASS '],
  ['PLAIN', 'C: AUTH PLAIN\nS: + \nC: '],
  ['LOGIN', `C: AUTH LOGIN ${base64('ada')}\nS: + …\nC: `],
])('with passwords on %s lets in who knows it, and nobody else', async (method, opening) => {
  const told = (password: string) =>
    method === 'PLAIN' ? base64(`\0ada\0${password}`) : method === 'LOGIN' ? base64(password) : password
  await using pop3 = await pop3Server([], withPasswords)

  await play(
    pop3.address,
    `${hello}\n${opening}${told('adb')}\n${wrong}\n${opening}${told('ada')}\nS: +OK 0 messages for ada`,
  )
})

test('with passwords on nobody acts as somebody else', async () => {
  await using pop3 = await pop3Server([], withPasswords)

  await play(
    pop3.address,
    `${hello}
    C: AUTH PLAIN ${base64('bob\0ada\0ada')}
    ${wrong}
    C: AUTH PLAIN ${base64('ada/second\0ada\0ada')}
    S: +OK 0 messages for ada/second`,
  )
})

test.each(['ada/second', 'inbox:ada', 'ada'])('the password of ada opens %s', async (login) => {
  await using pop3 = await pop3Server([], withPasswords)

  await play(
    pop3.address,
    `${hello}\nC: USER ${login}\nS: +OK …\nC: PASS ada\nS: +OK 0 messages for ${login}`,
  )
})

test('a wrong password is answered after the delay, and what was said before it at once', async () => {
  await using pop3 = await pop3Server([], { ...withPasswords, failedLoginDelayMs: 200 })
  const client = await DialogueClient.connect(pop3.address)
  await client.line()
  const started = performance.now()

  await client.send('USER ada\r\nPASS no\r\n')
  const first = await client.line()
  const toFirst = performance.now() - started
  const second = await client.line()
  const toSecond = performance.now() - started

  client.close()
  expect([first, second]).toEqual(['+OK now the password', '-ERR [AUTH] wrong name or password'])
  expect(toFirst).toBeLessThan(150)
  expect(toSecond).toBeGreaterThan(190)
})

test('a check of passwords that fails is no reason to let anybody in, and its text stays here', async () => {
  await using pop3 = await pop3Server([], { verify: () => Promise.reject(new Error('secret detail')) })

  await play(
    pop3.address,
    `${hello}\nC: USER ada\nS: +OK …\nC: PASS ada\nS: -ERR [SYS/TEMP] something went wrong here; the log of mailhold says what`,
  )

  expect(pop3.logged).toMatchObject([{ err: { message: 'secret detail' } }])
})

const secrets = (user: string) => (user === 'mrose' ? 'tanstaaf' : undefined)

test('APOP takes the digest of the greeting and the secret', async () => {
  await using pop3 = await pop3Server([], { secrets, failedLoginDelayMs: 0 })
  const client = await DialogueClient.connect(pop3.address)

  const timestamp = /^\+OK Mailhold is ready (<[a-z0-9]+@mailhold\.test>)$/.exec(
    (await client.line()) ?? '',
  )?.[1]
  const digest = createHash('md5').update(`${timestamp}tanstaaf`).digest('hex')
  const answers = [
    await client.ask(`APOP ada ${digest}`),
    await client.ask('APOP mrose 0123'),
    await client.ask(`APOP mrose`),
    await client.ask(`apop mrose ${digest}`),
  ]

  client.close()
  expect(answers).toEqual([
    '-ERR [AUTH] wrong name or password',
    '-ERR [AUTH] wrong name or password',
    '-ERR an argument is missing; usage: APOP name digest',
    '+OK 0 messages for mrose',
  ])
})

test('where secrets are known every greeting has another timestamp, and PASS checks them too', async () => {
  await using pop3 = await pop3Server([], { secrets, failedLoginDelayMs: 0 })

  const [first] = await play(
    pop3.address,
    `S: +OK Mailhold is ready <…@mailhold.test>
    C: USER mrose
    S: +OK …
    C: PASS wrong
    ${wrong}
    C: USER nobody
    S: +OK …
    C: PASS undefined
    ${wrong}
    C: USER mrose
    S: +OK …
    C: PASS tanstaaf
    S: +OK …`,
  )
  const [second] = await play(pop3.address, 'S: +OK Mailhold is ready <…@mailhold.test>')

  expect(first).not.toBe(second)
})

test('RFC 1939 §7: the example of APOP gives the digest that the RFC prints', () => {
  const digest = createHash('md5').update('<1896.697170952@dbc.mtview.ca.us>tanstaaf').digest('hex')

  expect(digest).toBe('c4c9334bac560ecc979e58001b3e22fb')
})
