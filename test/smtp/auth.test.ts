import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { type Started, smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const secret = 'correct horse'
const plain = base64(`\0ada\0${secret}`)
const xoauth2 = base64(`user=ada\x01auth=Bearer ${secret}\x01\x01`)

const message = `
  C: MAIL FROM:<ada@example.com>
  S: 250 2.1.0 Ok
  C: RCPT TO:<bob@example.com>
  S: 250 2.1.5 Ok
  C: DATA
  S: 354 End with <CR><LF>.<CR><LF>
  C: .
  S: 250 2.0.0 Ok: kept as m1`

const accepted = 'S: 235 2.7.0 Authentication successful'

const exchanges: [string, string, string][] = [
  ['PLAIN with initial response', 'PLAIN', `C: AUTH PLAIN ${plain}\n${accepted}`],
  ['PLAIN', 'PLAIN', `C: AUTH PLAIN\nS: 334 \nC: ${plain}\n${accepted}`],
  ['plain in small letters', 'PLAIN', `C: auth plain ${plain}\n${accepted}`],
  [
    'LOGIN',
    'LOGIN',
    `C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ${base64('ada')}\nS: 334 UGFzc3dvcmQ6\nC: ${base64(secret)}\n${accepted}`,
  ],
  [
    'LOGIN with initial response',
    'LOGIN',
    `C: AUTH LOGIN ${base64('ada')}\nS: 334 UGFzc3dvcmQ6\nC: ${base64(secret)}\n${accepted}`,
  ],
  ['XOAUTH2', 'XOAUTH2', `C: AUTH XOAUTH2 ${xoauth2}\n${accepted}`],
]

describe.each(paces)('with the client speaking in %s', (pace) => {
  test.each(exchanges)('%s is accepted, and nothing secret is kept', async (_name, method, exchange) => {
    const { at, mailroom, logged } = await smtp()

    await play(at, `${script.greeted}\n${exchange}\n${message}\n${script.goodbye}`, pace)

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.kept[0]?.origin.auth).toEqual({ method, user: 'ada' })
    expect(mailroom.ended[0]?.auth).toEqual({ method, user: 'ada' })
    const remembered = JSON.stringify([mailroom.ended, mailroom.kept, logged])
    for (const text of [secret, plain, xoauth2, base64(secret)]) expect(remembered).not.toContain(text)
  })

  test('an exchange can be given up', async () => {
    const { at } = await smtp()

    await play(
      at,
      `${script.greeted}
      C: AUTH LOGIN
      S: 334 VXNlcm5hbWU6
      C: *
      S: 501 5.5.4 Authentication aborted
      C: AUTH PLAIN
      S: 334${' '}
      C: *
      S: 501 5.5.4 Authentication aborted
      C: NOOP
      S: 250 2.0.0 Ok
      ${script.goodbye}`,
      pace,
    )
  })
})

test('CRAM-MD5 is accepted', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  await client.ask('EHLO me')

  const challenge = Buffer.from((await client.ask('AUTH CRAM-MD5')).slice(4), 'base64')
  const digest = createHmac('md5', secret).update(challenge).digest('hex')

  expect(await client.ask(base64(`ada ${digest}`))).toBe('235 2.7.0 Authentication successful')
  client.close()
  await mailroom.until(() => mailroom.ended.length === 1)
  expect(mailroom.ended[0]?.auth).toEqual({ method: 'CRAM-MD5', user: 'ada' })
})

test('by CRAM-MD5 a name may have blanks, since the digest stands behind the last one', async () => {
  const { at, mailroom } = await smtp()
  const client = await DialogueClient.connect(at)
  await client.reply()
  await client.ask('EHLO me')
  await client.ask('AUTH CRAM-MD5')

  await client.ask(base64('My great App 0123456789abcdef0123456789abcdef'))
  client.close()

  await mailroom.until(() => mailroom.ended.length === 1)
  expect(mailroom.ended[0]?.auth).toEqual({ method: 'CRAM-MD5', user: 'My great App' })
})

describe('a response that is no response to its method is refused, and the client hears what it must be', () => {
  test.each([
    [
      'AUTH PLAIN',
      'ada',
      '501 5.5.2 The response to AUTH PLAIN must be the base64 of: NUL, the name, NUL, the password',
    ],
    [
      'AUTH LOGIN',
      'a\nda',
      '501 5.5.2 The response to AUTH LOGIN must be the base64 of: the name, without control characters',
    ],
    ['AUTH LOGIN', '', '501 5.5.2 The name is missing; AUTH LOGIN needs its base64'],
    [
      'auth xoauth2',
      'user=ada',
      '501 5.5.2 The response to AUTH XOAUTH2 must be the base64 of: user=<name>^Aauth=Bearer <token>^A^A',
    ],
    [
      'AUTH CRAM-MD5',
      'bob\0 0123',
      '501 5.5.2 The response to AUTH CRAM-MD5 must be the base64 of: the name, a blank, the digest; no control characters',
    ],
    [
      'AUTH CRAM-MD5',
      'bob smi\0th 0123',
      '501 5.5.2 The response to AUTH CRAM-MD5 must be the base64 of: the name, a blank, the digest; no control characters',
    ],
  ])('%s with %j', async (command, response, refusal) => {
    const { at } = await smtp()
    const client = await DialogueClient.connect(at)
    await client.reply()
    await client.ask('EHLO me')

    expect(await client.ask(command)).toMatch(/^334 /)

    expect(await client.ask(base64(response))).toBe(refusal)
    client.close()
  })

  test.each([
    ['AUTH PLAIN a b', '501 5.5.4 AUTH PLAIN takes one initial response at most'],
    ['AUTH LOGIN a b', '501 5.5.4 AUTH LOGIN takes one initial response at most'],
    ['AUTH XOAUTH2 a b', '501 5.5.4 AUTH XOAUTH2 takes one initial response at most'],
    ['AUTH CRAM-MD5 a', '501 5.5.4 AUTH CRAM-MD5 takes no initial response'],
    ['AUTH NTLM', '504 5.5.4 AUTH by that method is not offered; use PLAIN or LOGIN or CRAM-MD5 or XOAUTH2'],
  ])('%s', async (command, refusal) => {
    const { at } = await smtp()

    await play(at, `${script.greeted}\nC: ${command}\nS: ${refusal}${script.goodbye}`)
  })
})

test('an exchange that breaks off leaves no secret in the transcript', async () => {
  const { at, mailroom } = await smtp({ auth: { mode: 'off' } })

  await play(
    at,
    `${script.greeted}
    C: AUTH LOGIN
    C: ${base64('ada')}
    C: ${base64(secret)}
    S: 502 5.5.1 AUTH is off here; start mailhold with --smtp-auth accept-any
    S: 500 5.5.1 Command not known; HELP lists those that are
    S: 500 5.5.1 Command not known; HELP lists those that are
    ${script.goodbye}`,
  )

  await mailroom.until(() => mailroom.ended.length === 1)
  const [record] = mailroom.ended
  expect(record?.transcript.filter(({ who }) => who === 'client').map(({ text }) => text)).toEqual([
    'HELO me.test',
    'AUTH LOGIN',
    '***',
    '***',
    'QUIT',
  ])
  expect(record?.problems).toEqual([
    { code: 'authOff', message: 'AUTH is off here; start mailhold with --smtp-auth accept-any' },
  ])
})

describe('what follows an AUTH that was refused is not shown', () => {
  const name = base64('ada')
  const password = base64(secret)

  /** What the transcript has of the client's lines, said all at once. */
  async function shown({ at, mailroom }: Started, lines: readonly string[]): Promise<readonly string[]> {
    const client = await DialogueClient.connect(at)
    await client.send([...lines, 'QUIT', ''].join('\r\n'))
    await client.rest()
    client.close()
    await mailroom.until(() => mailroom.ended.length === 1)
    expect(JSON.stringify(mailroom.ended)).not.toContain(password)
    return mailroom.ended[0]?.transcript.filter(({ who }) => who === 'client').map(({ text }) => text) ?? []
  }

  test.each([
    ['before EHLO', ['AUTH LOGIN', name, password], ['AUTH LOGIN', '***', '***']],
    ['before EHLO, by PLAIN', ['AUTH PLAIN', password], ['AUTH PLAIN', '***']],
    ['in small letters', ['auth login', name, password], ['auth login', '***', '***']],
    ['with a tab', ['HELO me', 'AUTH\tLOGIN', password], ['HELO me', 'AUTH\tLOGIN', '***']],
    ['of an unknown method', ['HELO me', 'AUTH NTLM', password], ['HELO me', 'AUTH NTLM', '***']],
    ['without a method', ['HELO me', `AUTH ${plain}`, password], ['HELO me', 'AUTH ***', '***']],
    [
      'of a client that is authenticated',
      ['HELO me', `AUTH PLAIN ${plain}`, 'what', 'AUTH LOGIN', name, password],
      ['HELO me', 'AUTH PLAIN ***', 'what', 'AUTH LOGIN', '***', '***'],
    ],
    [
      'within a transaction',
      ['HELO me', 'MAIL FROM:<a@b>', 'AUTH LOGIN', name, password],
      ['HELO me', 'MAIL FROM:<a@b>', 'AUTH LOGIN', '***', '***'],
    ],
  ])('%s', async (_name, lines, expected) => {
    expect(await shown(await smtp(), lines)).toEqual([...expected, 'QUIT'])
  })

  test('by a server that refused the client from the start', async () => {
    const started = await smtp()
    started.mailroom.faults.addFault({ stage: 'connect', do: { reply: '554 5.3.2 go away' } })

    expect(await shown(started, ['AUTH LOGIN', name, password])).toEqual(['AUTH LOGIN', '***', '***', 'QUIT'])
  })
})

test('AUTH that is off is not offered', async () => {
  const { at } = await smtp({ auth: { mode: 'off' } })
  const client = await DialogueClient.connect(at)
  await client.reply()

  expect(await client.ask('EHLO me')).not.toContain('AUTH')
  client.close()
})

describe('with passwords that are verified', () => {
  const auth = {
    mode: 'verify' as const,
    verify: async (user: string, password: string) => user === 'ada' && password === secret,
  }

  test('CRAM-MD5 is not offered, and mail needs AUTH', async () => {
    const { at, mailroom } = await smtp({ auth })

    await play(
      at,
      `S: 220 …
      C: EHLO me
      ${'S: 250-…\n'.repeat(9)}
      S: 250-AUTH PLAIN LOGIN XOAUTH2
      S: 250 HELP
      C: MAIL FROM:<ada@example.com>
      S: 530 5.7.0 Say AUTH first; --smtp-auth names the file of those who may
      C: AUTH CRAM-MD5
      S: 504 5.5.4 AUTH by that method is not offered; use PLAIN or LOGIN or XOAUTH2
      C: AUTH XOAUTH2 ${base64('user=ada\x01auth=Bearer wrong\x01\x01')}
      S: 334 …
      C:
      S: 535 5.7.8 The name or the token is wrong
      C: AUTH PLAIN ${base64('\0ada\0wrong')}
      S: 535 5.7.8 The name or the password is wrong
      C: AUTH PLAIN ${plain}
      ${accepted}
      C: AUTH PLAIN ${plain}
      S: 503 5.5.1 You are authenticated already
      ${message}
      ${script.goodbye}`,
    )

    expect(mailroom.kept[0]?.origin.auth).toEqual({ method: 'PLAIN', user: 'ada' })
    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems.map(({ code }) => code)).toEqual(['authFailed'])
  })

  test('a verifier that fails is answered without its secrets', async () => {
    const verify = () => Promise.reject(new Error('/etc/secret/passwd: no such file'))
    const { at, logged } = await smtp({ auth: { mode: 'verify', verify } })

    await play(
      at,
      `${script.greeted}
      C: AUTH PLAIN ${plain}
      S: 454 4.7.0 Passwords cannot be checked now
      ${script.goodbye}`,
    )

    expect(logged.map(({ level, text }) => [level, text])).toEqual([
      ['error', 'SMTP: cannot check a password'],
    ])
  })
})
