import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import { beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { paces, play } from '../support/dialogue.js'
import { distrust } from '../support/distrusting-client.js'
import { pop3Server, type TestServer } from '../support/pop3-server.js'

let certificate: Awaited<ReturnType<typeof makeCertificate>>
beforeAll(async () => {
  certificate = await makeCertificate({ hostName: 'mailhold.test' })
})

const withTls = () => pop3Server(['one\r\n'], { tls: certificate })
const implicit = () =>
  pop3Server(['one\r\n'], { tls: certificate, listeners: [{ host: '127.0.0.1', port: 0, tls: true }] })

test('a session goes on under TLS after STLS, from its beginning', async () => {
  await using pop3 = await withTls()

  await play(
    pop3.address,
    `S: +OK Mailhold is ready
    C: USER ada
    S: +OK now the password
    C: STLS
    S: +OK begin TLS
    * starttls
    C: PASS x
    S: -ERR say USER first
    C: USER ada
    S: +OK now the password
    C: PASS x
    S: +OK 1 messages for ada
    C: RETR 1
    S: +OK 5 octets
    S: one
    S: .
    C: STLS
    S: -ERR STLS is not possible after login
    C: QUIT
    S: +OK bye
    * closed`,
  )

  expect(pop3.maildrops.records[0]).toMatchObject({ tls: { protocol: 'TLSv1.3' }, auth: { user: 'ada' } })
})

test('what was pipelined behind STLS in the clear is dropped', async () => {
  await using pop3 = await withTls()

  await play(
    pop3.address,
    `S: +OK Mailhold is ready
    C> STLS\\r\\nUSER eve\\r\\nPASS x\\r\\nRETR 1\\r\\n
    S: +OK begin TLS
    * starttls
    C: CAPA
    S: +OK capabilities follow
    S: USER
    S: SASL PLAIN LOGIN XOAUTH2
    S: UTF8 USER
    S: TOP
    S: UIDL
    S: RESP-CODES
    S: AUTH-RESP-CODE
    S: PIPELINING
    S: EXPIRE NEVER
    S: IMPLEMENTATION Mailhold
    S: .
    C: STAT
    S: -ERR STAT is not possible before login`,
  )
})

test('STLS is refused after UTF8', async () => {
  await using pop3 = await withTls()

  await play(
    pop3.address,
    'S: +OK …\nC: UTF8\nS: +OK …\nC: STLS\nS: -ERR STLS must come before UTF8\nC: QUIT\nS: +OK bye',
  )
})

test.each(paces)('POP3S speaks TLS from the first octet (%s)', async (pace) => {
  await using pop3 = await implicit()

  await play(
    pop3.address,
    `S: +OK Mailhold is ready
    C: STLS
    S: -ERR TLS is on already
    C: USER ada
    S: +OK now the password
    C: PASS x
    S: +OK 1 messages for ada
    C: RETR 1
    S: +OK 5 octets
    S: one
    S: .
    C: QUIT
    S: +OK bye
    * closed`,
    pace,
  )
})

test('a large mail comes whole through TLS', async () => {
  const message = Buffer.from(`A: b\r\n\r\n${'.0123456789\r\n'.repeat(300_000)}`)
  await using pop3 = await pop3Server([message], {
    tls: certificate,
    listeners: [{ host: '127.0.0.1', port: 0, tls: true }],
  })
  const socket = tls.connect({ port: pop3.address.port, host: '127.0.0.1', rejectUnauthorized: false })

  socket.write('USER ada\r\nPASS x\r\nRETR 1\r\nQUIT\r\n')
  const pieces: Buffer[] = []
  for await (const piece of socket) pieces.push(piece)

  const text = Buffer.concat(pieces).toString('latin1')
  const body = text.slice(text.indexOf('A: b'), text.indexOf('\r\n.\r\n') + 2)
  expect(body.replaceAll('\r\n..', '\r\n.')).toBe(message.toString('latin1'))
})

test.each([
  ['at once', () => implicit(), ''],
  ['after STLS', () => withTls(), 'STLS\r\n'],
])('a handshake %s that is none ends that connection and no other', async (_name, start, opening) => {
  await using pop3 = await start()
  const socket = net.connect(pop3.address.port, '127.0.0.1')
  socket.on('error', () => undefined)
  if (opening !== '') await once(socket, 'data')
  socket.write(opening)
  if (opening !== '') await once(socket, 'data')

  socket.write('this is no handshake\r\n'.repeat(10))
  socket.resume()
  await once(socket, 'close')

  await play(pop3.address, 'S: +OK Mailhold is ready')
  expect(pop3.logged).toEqual([])
})

const problems = (pop3: TestServer) => {
  const { records } = pop3.maildrops
  return expect.poll(() => records[0]?.problems, { interval: 5 })
}

test.each([
  [
    'TLSv1.2',
    'The client left right after the TLS handshake, most often because it does not trust the certificate',
  ],
  [
    'TLSv1.3',
    'The TLS handshake failed: the client gave up, most often because it does not trust the certificate',
  ],
] as const)(
  'a client that does not trust the certificate (%s) is told of by its session',
  async (version, says) => {
    await using pop3 = await implicit()

    await distrust({ host: '127.0.0.1', port: pop3.address.port }, version)

    await problems(pop3).toEqual([{ code: 'tlsFailed', message: expect.stringContaining(says) }])
  },
)

test('a client that speaks plain text to POP3S is told of by its session', async () => {
  await using pop3 = await implicit()
  const socket = net.connect(pop3.address.port, '127.0.0.1')

  socket.end('USER ada\r\n')

  await problems(pop3).toEqual([
    {
      code: 'tlsFailed',
      message:
        'The TLS handshake failed: the client spoke plain text where TLS begins; switch TLS on in it, or send it to a port without TLS',
    },
  ])
})

test('a client that only looks whether the port is open is not said to distrust', async () => {
  await using pop3 = await implicit()

  net.connect(pop3.address.port, '127.0.0.1').end()

  await problems(pop3).toEqual([
    { code: 'tlsFailed', message: 'The TLS handshake failed: the client closed without a word' },
  ])
})

test('a session under TLS that is ended as it should be has no problem', async () => {
  await using pop3 = await implicit()

  await play(pop3.address, 'S: +OK …\nC: QUIT\nS: +OK bye\n* closed')

  await problems(pop3).toEqual([])
})
