import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crlfForm, topOf } from '../support/memory-maildrops.js'
import { octetsFor, responses } from '../support/pop3-octets.js'
import { pop3Server } from '../support/pop3-server.js'

const login = 'USER ada\r\nPASS x\r\n'
const loginLines = [false, false, false]

/** Octets that make line ends and dots meet in every way. */
const raw = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom('.', '\r', '\n', '\r\n', '\r\n.', '\n.', 'x', ': ', '\0', 'é'), {
        maxLength: 40,
      })
      .map((parts) => Buffer.from(parts.join(''))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets)) },
)

test('for any octets as a message, as many are sent as were announced, and un-stuffing gives its CRLF form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(raw, { minLength: 1, maxLength: 5 }), async (messages) => {
      await using pop3 = await pop3Server(messages)
      const retrieving = messages.map((_message, index) => `RETR ${index + 1}\r\n`).join('')

      const octets = await octetsFor(pop3.address, [`${login}STAT\r\n${retrieving}QUIT\r\n`])

      const [, , , stat, ...rest] = responses(octets, [
        ...loginLines,
        false,
        ...messages.map(() => true),
        false,
      ])
      const total = messages.reduce((sum, message) => sum + crlfForm(message).length, 0)
      expect(stat?.line).toBe(`+OK ${messages.length} ${total}`)
      for (const [index, message] of messages.entries()) {
        expect(rest[index]?.body).toEqual(crlfForm(message))
        expect(rest[index]?.line).toBe(`+OK ${crlfForm(message).length} octets`)
      }
      expect(pop3.logged).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('for any octets as a message, TOP gives the header and so many lines, and with enough of them what RETR gives', async () => {
  await fc.assert(
    fc.asyncProperty(raw, fc.nat(4), async (message, lines) => {
      await using pop3 = await pop3Server([message])

      const octets = await octetsFor(pop3.address, [`${login}TOP 1 ${lines}\r\nTOP 1 99999999\r\nRETR 1\r\n`])

      const [, , , top, whole, retr] = responses(octets, [...loginLines, true, true, true])
      expect(top?.body).toEqual(topOf(message, lines))
      expect(whole?.body).toEqual(retr?.body)
    }),
    { numRuns: 100 },
  )
})

const command = fc.oneof(
  fc.constantFrom('STAT', 'LIST', 'UIDL', 'NOOP', 'RSET', 'CAPA', 'HELP', '', 'AUTH PLAIN', 'USER x'),
  fc
    .tuple(fc.constantFrom('RETR', 'LIST', 'UIDL', 'DELE', 'TOP'), fc.nat(4))
    .map(([verb, number]) => `${verb} ${number}`),
  fc.tuple(fc.nat(4), fc.nat(3)).map(([number, lines]) => `TOP ${number} ${lines}`),
  fc.string({ maxLength: 10 }).map((text) => text.replaceAll('\n', ' ')),
)

test('one packet and one octet at a time are answered with the same octets', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(raw, { maxLength: 3 }),
      fc.array(command, { maxLength: 12 }),
      async (messages, commands) => {
        const said = Buffer.from(`${login}${commands.join('\r\n')}\r\nRETR 1\r\nQUIT\r\nSTAT\r\n`)
        const answers: string[] = []
        for (const pieces of [[said], Array.from(said, (octet) => Uint8Array.of(octet))]) {
          await using pop3 = await pop3Server(messages)
          answers.push((await octetsFor(pop3.address, pieces)).toString('latin1'))
        }

        expect(answers[1]).toBe(answers[0])
      },
    ),
    { numRuns: 60 },
  )
})

test('a message that comes in pieces of one octet is stuffed and ended like any other', async () => {
  const message = Buffer.from('A: b\r\n\r\n.\r\n..x\r\n\r\n.')
  await using pop3 = await pop3Server([message], {}, 1)

  const octets = await octetsFor(pop3.address, [`${login}RETR 1\r\n`])

  expect(octets.toString()).toMatch(/\+OK 21 octets\r\nA: b\r\n\r\n\.\.\r\n\.\.\.x\r\n\r\n\.\.\r\n\.\r\n$/)
})

test('a thousand pipelined commands are answered in order', async () => {
  const messages = Array.from({ length: 100 }, (_, index) =>
    Buffer.from(`N: ${index}\r\n\r\n${'x'.repeat(index * 50)}\r\n`),
  )
  await using pop3 = await pop3Server(messages)
  const numbers = Array.from({ length: 1_000 }, (_, index) => ((index * 37) % 100) + 1)

  const octets = await octetsFor(pop3.address, [
    login,
    numbers.map((number) => `RETR ${number}\r\n`).join(''),
  ])

  const [, , , ...bodies] = responses(octets, [...loginLines, ...numbers.map(() => true)])
  expect(bodies.map(({ body }) => body?.toString())).toEqual(
    numbers.map((number) => messages[number - 1]?.toString()),
  )
})
