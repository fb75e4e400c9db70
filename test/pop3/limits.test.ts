import { once } from 'node:events'
import net from 'node:net'
import { expect, test } from 'vitest'
import { play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { octetsFor } from '../support/pop3-octets.js'
import { pop3Server } from '../support/pop3-server.js'

const login = 'S: +OK …\nC: USER ada\nS: +OK …\nC: PASS x\nS: +OK …'

test('a line of more than 12,288 octets is refused and the session goes on', async () => {
  await using pop3 = await pop3Server([])

  await play(
    pop3.address,
    `${login}
    C: NOOP ${'x'.repeat(12_284)}
    S: -ERR a line has 12288 octets at most
    C: NOOP
    S: +OK nothing done`,
  )
})

test('a line of 20 MB costs no more memory than its reading', async () => {
  await using pop3 = await pop3Server([])
  const piece = Buffer.alloc(1_000_000, 'x')

  const octets = await octetsFor(pop3.address, [...Array.from({ length: 20 }, () => piece), '\r\nQUIT\r\n'])

  expect(octets.toString().split('\r\n').slice(1)).toEqual([
    '-ERR a line has 12288 octets at most',
    '+OK bye',
    '',
  ])
})

test('a connection too many is told so, and one that leaves makes room', async () => {
  await using pop3 = await pop3Server([], { maxConnections: 1 })
  const first = await DialogueClient.connect(pop3.address)
  await first.line()

  await play(pop3.address, 'S: -ERR [SYS/TEMP] too many connections\n* closed')
  await first.ask('QUIT')
  await first.rest()
  first.close()

  await expect.poll(() => pop3.maildrops.records.length, { interval: 5 }).toBe(1)
  await play(pop3.address, 'S: +OK Mailhold is ready')
})

/** A message that is made while it is read, and counts how much of it was. */
function madeOnDemand(size: number) {
  const piece = Buffer.from(`${'0123456789'.repeat(6_553)}\r\n`)
  const made = { octets: 0 }
  async function* pieces() {
    for (; made.octets < size; made.octets += piece.length) yield piece
  }
  return { made, pieces, size: Math.ceil(size / piece.length) * piece.length }
}

test('a large mail is read no faster than a slow client takes it', async () => {
  await using pop3 = await pop3Server(['one\r\n'])
  const { made, pieces, size } = madeOnDemand(200_000_000)
  const open = pop3.maildrops.openMaildrop
  pop3.maildrops.openMaildrop = async (name) => {
    const maildrop = await open(name)
    return {
      ...maildrop,
      messages: maildrop.messages.map(({ id }) => ({ id, size })),
      read: async () => pieces(),
    }
  }
  const socket = net.connect(pop3.address.port, '127.0.0.1')
  await once(socket, 'connect')

  socket.write('USER ada\r\nPASS x\r\nRETR 1\r\n')
  await expect.poll(() => made.octets, { interval: 20 }).toBeGreaterThan(500_000)
  let before = -1
  await expect
    .poll(
      () => {
        const stands = made.octets === before
        before = made.octets
        return stands
      },
      { interval: 100, timeout: 10_000 },
    )
    .toBe(true)

  // What the system's socket buffers hold is not ours; 20 MB is far more than they do.
  expect(made.octets).toBeLessThan(20_000_000)
  socket.destroy()
})

test('a client that sends commands without reading replies is held back', async () => {
  const message = Buffer.from(`${'x'.repeat(76)}\r\n`.repeat(600))
  await using pop3 = await pop3Server([message])
  let read = 0
  pop3.maildrops.onRead = () => read++
  const socket = net.connect(pop3.address.port, '127.0.0.1')
  await once(socket, 'connect')

  socket.write(`USER ada\r\nPASS x\r\n${'RETR 1\r\n'.repeat(20_000)}`)
  let before = -1
  await expect
    .poll(
      () => {
        const stands = read > 10 && read === before
        before = read
        return stands
      },
      { interval: 100, timeout: 10_000 },
    )
    .toBe(true)

  expect(read).toBeLessThan(1_000)
  socket.destroy()
})
