// Readers of Mailpit's live events that do not read, and too many of them.

import { once } from 'node:events'
import { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startServer, type TestServer } from '../../../support/http.js'
import { note, send } from '../mails.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.mailhold.stop())

async function openReader(): Promise<WebSocket> {
  const socket = new WebSocket(`${server.mailhold.url.replace('http', 'ws')}/api/events`)
  await once(socket, 'open')
  return socket
}

/** Octets that wait in the server, which runs in this process, for its readers. */
function waiting(): readonly number[] {
  const handles: unknown = Reflect.get(process, '_getActiveHandles').call(process)
  if (!Array.isArray(handles)) throw new Error('node no longer lists its handles')
  const ofServer = handles.filter((one) => one instanceof Socket && one.localPort === server.port)
  return ofServer.map(({ writableLength }) => writableLength)
}

test('one that does not read holds up nobody, and little is kept for it', async () => {
  const [deaf, other] = [await openReader(), await openReader()]
  deaf.pause()
  const seen: string[] = []
  const allSeen = new Promise<void>((resolve) => {
    other.on('message', (data) => {
      const { Type, Data } = JSON.parse(String(data))
      if (Type === 'new') seen.push(Data.Subject.slice(0, 3))
      if (seen.length === 80) resolve()
    })
  })

  for (let n = 100; n < 180; n++) await send(server, note(`${n}${'x'.repeat(200_000)}`))
  await allSeen

  expect(seen).toEqual(Array.from({ length: 80 }, (_, at) => String(100 + at)))
  expect(Math.max(...waiting())).toBeLessThan(1_000_000)
  deaf.terminate()
  other.terminate()
})

test('beyond two hundred they are asked to come back later', async () => {
  const readers = await Promise.all(Array.from({ length: 200 }, openReader))

  const [code] = await once(await openReader(), 'close')

  expect(code).toBe(1013)
  for (const reader of readers) reader.terminate()
})

test('one that sends much is sent away', async () => {
  const loud = await openReader()
  loud.send('x'.repeat(100_000))

  const [code] = await once(loud, 'close')

  expect([1006, 1009]).toContain(code)
})
