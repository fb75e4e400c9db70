import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { pop3Server } from '../support/pop3-server.js'

const base64 = (text: string) => Buffer.from(text).toString('base64')

test('a session is recorded with what was said, without passwords and bodies', async () => {
  const message = `A: b\r\n\r\n${'x'.repeat(12_337)}\r\n`
  await using pop3 = await pop3Server([message])

  await play(
    pop3.address,
    `S: +OK …
    C: AUTH PLAIN
    S: + 
    C: *
    S: -ERR cancelled
    C: USER ada
    S: +OK …
    C: pass geheim
    S: +OK …
    C: RETR 1
    S: +OK 12347 octets
    S: A: b
    S: 
    S: …
    S: .
    C: QUIT
    S: +OK bye
    * closed`,
  )

  const [record] = pop3.maildrops.records
  expect(record).toMatchObject({
    protocol: 'pop3',
    local: `127.0.0.1:${pop3.address.port}`,
    auth: { method: 'USER', user: 'ada' },
    maildrop: 'ada',
    messageIds: ['m1'],
    problems: [],
    transcriptTruncated: false,
  })
  expect(record?.remote).toMatch(/^127\.0\.0\.1:\d+$/)
  expect(record?.endedAt).toBeGreaterThanOrEqual(record?.startedAt ?? Number.POSITIVE_INFINITY)
  expect(record?.transcript.map(({ who, text }) => `${who}: ${text}`)).toEqual([
    'server: +OK Mailhold is ready',
    'client: AUTH PLAIN',
    'server: + ',
    'client: *',
    'server: -ERR cancelled',
    'client: USER ada',
    'server: +OK now the password',
    'client: pass ***',
    'server: +OK 1 messages for ada',
    'client: RETR 1',
    'server: +OK 12347 octets',
    'note: <12,347 octets>',
    'client: QUIT',
    'server: +OK bye',
  ])
})

test.each([
  ['an initial response', `C: AUTH PLAIN ${base64('\0ada\0geheim')}`],
  ['a later response', `C: AUTH PLAIN\nS: + \nC: ${base64('\0ada\0geheim')}`],
  ['LOGIN', `C: AUTH LOGIN\nS: + …\nC: ${base64('ada')}\nS: + …\nC: ${base64('geheim')}`],
])('the password of %s is nowhere in the record', async (_name, exchange) => {
  await using pop3 = await pop3Server([])

  await play(pop3.address, `S: +OK …\n${exchange}\nS: +OK …\nC: QUIT\nS: +OK bye\n* closed`)

  const record = JSON.stringify(pop3.maildrops.records)
  for (const secret of ['geheim', base64('geheim'), base64('\0ada\0geheim')])
    expect(record).not.toContain(secret)
})

test.each([
  ['of a mechanism that is not spoken', 'C: AUTH NTLM\nS: -ERR …'],
  ['after login', 'C: USER ada\nS: +OK …\nC: PASS x\nS: +OK …\nC: AUTH LOGIN\nS: -ERR …'],
])('behind AUTH %s the password is not shown', async (_name, refused) => {
  await using pop3 = await pop3Server([])

  await play(
    pop3.address,
    `S: +OK …\n${refused}\nC: ${base64('geheim')}\nS: -ERR …\nC: QUIT\nS: +OK bye\n* closed`,
  )

  expect(JSON.stringify(pop3.maildrops.records)).not.toContain(base64('geheim'))
})

test('a session that only looked is recorded too', async () => {
  await using pop3 = await pop3Server([])

  await play(pop3.address, 'S: +OK …\nC: CAPA\nS: +OK …\n* hang up')
  await expect.poll(() => pop3.maildrops.records.length, { interval: 5 }).toBe(1)

  expect(pop3.maildrops.records[0]).toMatchObject({ protocol: 'pop3', messageIds: [] })
  expect(pop3.maildrops.records[0]).not.toHaveProperty('auth')
})
