// Mailpit's live events over a WebSocket: what is told, to whom, and how it ends.

import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket, { type ClientOptions } from 'ws'
import { startServer, type TestServer } from '../../../support/http.js'
import { note, send, welcome } from '../mails.js'

interface Frame {
  readonly Type: string
  readonly Data: unknown
}

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())

/** An open reader; `until` resolves with all frames up to the first of a type. */
async function openReader(at = server, options: ClientOptions = {}) {
  const socket = new WebSocket(`${at.mailhold.url.replace('http', 'ws')}/api/events`, options)
  const frames: Frame[] = []
  let wake = () => {}
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    wake()
  })
  await once(socket, 'open')
  return {
    socket,
    until: async (type: string): Promise<readonly Frame[]> => {
      while (true) {
        const at = frames.findIndex(({ Type }) => Type === type)
        if (at >= 0) return frames.splice(0, at + 1)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

const refusal = async (url: string, options: ClientOptions): Promise<string> => {
  const socket = new WebSocket(url, options)
  const [error] = await once(socket, 'error')
  return String(error instanceof Error ? error.message : error)
}

test('a new message is told with its summary, then the counts', async () => {
  const reader = await openReader()
  await mailpit.deleteMessages()
  await send(server, welcome)

  const [told] = (await reader.until('new')).slice(-1)
  const counts = (await reader.until('stats')).at(-1)

  expect(told).toEqual({ Type: 'new', Data: (await mailpit.listMessages()).messages[0] })
  expect(counts).toEqual({ Type: 'stats', Data: { Total: 1, Unread: 1 } })
  reader.socket.close()
})

test('reading, tagging and deleting are told', async () => {
  await mailpit.deleteMessages()
  await send(server, note('one'))
  await send(server, note('two'))
  const [two, one] = (await mailpit.listMessages()).messages.map(({ ID }) => ID)
  const reader = await openReader()

  await mailpit.getMessageSummary(one)
  expect((await reader.until('update')).at(-1)?.Data).toEqual({ ID: one, Read: true, Tags: [] })
  await mailpit.setTags({ IDs: [one ?? ''], Tags: ['b', 'a'] })
  expect((await reader.until('update')).at(-1)?.Data).toEqual({ ID: one, Read: true, Tags: ['a', 'b'] })
  await mailpit.deleteMessages({ IDs: [two ?? ''] })
  expect((await reader.until('delete')).at(-1)?.Data).toEqual({ ID: two })
  await mailpit.deleteMessages()
  expect((await reader.until('truncate')).at(-1)?.Data).toBeNull()
  reader.socket.close()
})

test('a page of another site is refused', async () => {
  const url = `${server.mailhold.url.replace('http', 'ws')}/api/events`

  expect(await refusal(url, { origin: 'https://evil.example' })).toContain('403')
  expect(await refusal(url, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).toContain('403')
})

test('a host name that is not ours is refused', async () => {
  const url = `${server.mailhold.url.replace('http', 'ws')}/api/events`

  expect(await refusal(url, { headers: { Host: 'evil.example' } })).toContain('421')
})

test('there is nothing to read where Mailpit is switched off', async () => {
  const plain = await startServer({ compat: 'none' })
  const url = `${plain.mailhold.url.replace('http', 'ws')}/api/events`

  expect(await refusal(url, {})).toContain('404')
  await plain.mailhold.stop()
})

test('without a password nobody reads where one is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-compat-'))
  writeFileSync(join(folder, 'users'), `ada:${hashSync('secret', 4)}\n`)
  const closed = await startServer({ httpAuth: join(folder, 'users') })

  expect(await refusal(`${closed.mailhold.url.replace('http', 'ws')}/api/events`, {})).toContain('401')
  const Authorization = `Basic ${Buffer.from('ada:secret').toString('base64')}`
  const reader = await openReader(closed, { headers: { Authorization } })
  reader.socket.close()
  await closed.mailhold.stop()
  rmSync(folder, { recursive: true })
})

test('no other path takes a WebSocket', async () => {
  const url = server.mailhold.url.replace('http', 'ws')

  expect(await refusal(`${url}/v1/messages`, {})).toContain('200')
  expect(await refusal(`${url}/nowhere`, {})).toContain('404')
})

test('stopping ends the readers, also one that never says goodbye', async () => {
  const stopped = await startServer()
  const reader = await openReader(stopped)
  const mute = connect(stopped.port, '127.0.0.1')
  mute.write(
    'GET /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  await once(mute, 'data')

  const closed = once(reader.socket, 'close')
  await stopped.mailhold.stop()

  expect((await closed)[0]).toBe(1001)
  mute.destroy()
})

test('another protocol is passed over, as if nobody had asked for it', async () => {
  const body = note('by h2c')
  const answer = await server.dialogue(
    `POST /v1/messages?to=x@example.com HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n` +
      `Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Type: message/rfc822\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
      'GET /livez HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  )

  expect(answer).toContain('HTTP/1.1 201 Created')
  expect(answer).toContain('HTTP/1.1 421 ')
})
