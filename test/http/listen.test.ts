// What clients may take up: so many connections, and none for ever that neither sends nor takes anything.

import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { addressOf, type ConnectionLimits, listenOn, usualLimits } from '#mailhold/http/listen.js'

let servers: readonly Server[] = []

afterEach(() => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
})

async function listen(answer: RequestListener, limits?: ConnectionLimits): Promise<number> {
  servers = await listenOn([{ host: '127.0.0.1', port: 0 }], answer, limits)
  const [server] = servers
  if (!server) throw new Error('nothing listens')
  return addressOf(server).port
}

async function open(port: number, octets = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  if (octets !== '') socket.write(octets)
  return socket
}

const upload = (length: number) => `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n`

test('an upload that stands still is ended', async () => {
  const broken = new Promise<string>((resolve) => {
    void listen((request) => request.resume().on('error', (error) => resolve(error.message)), {
      connections: 10,
      idleMs: 1500,
    }).then((port) => open(port, `${upload(49_000_000)}sixteen octets..`))
  })

  expect(await broken).toBe('aborted')
})

test('an upload that moves may take longer than a connection may stand still', async () => {
  const port = await listen((request, response) => request.resume().on('end', () => response.end('whole')), {
    connections: 10,
    idleMs: 2000,
  })
  const pieces = 12
  const socket = await open(port, upload(pieces))

  let sent = 0
  const pace = setInterval(() => {
    socket.write('x')
    if (++sent === pieces) clearInterval(pace)
  }, 250)
  const [answer] = await once(socket, 'data')
  socket.destroy()

  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
})

test('connections beyond the limit are closed when they come', async () => {
  const port = await listen((_, response) => response.end(), { connections: 2, idleMs: 10_000 })
  const kept = [await open(port), await open(port)]

  const beyond = await open(port)
  if (!beyond.closed) await once(beyond, 'close')

  expect(kept.map(({ closed }) => closed)).toEqual([false, false])
  for (const socket of kept) socket.destroy()
})

test('the usual limits are finite, and longer than the longest silence of a wait', async () => {
  await listen((_, response) => response.end())

  expect(servers.map(({ timeout, maxConnections }) => [timeout, maxConnections])).toEqual([[120_000, 5000]])
  expect(usualLimits.idleMs).toBeGreaterThan(2 * 55_000)
})
