// Mails made to hurt whoever reads them, and mails that hardly are any, through the shapes of every peer: none is left out, none takes long.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileMails } from '../../support/hostile-mails.js'
import { startServer, type TestServer } from '../../support/http.js'

const odd = [
  { name: 'nothing at all', octets: Buffer.from('\r\n') },
  { name: 'no header', octets: Buffer.from('\r\n\r\nonly a body\r\n') },
  {
    name: 'octets that are no text',
    octets: Buffer.from('Subject: \xe4\xff\r\n\r\n\x00\xff\xfe\x80\r\n', 'latin1'),
  },
  {
    name: 'names of members of objects',
    octets: Buffer.from('__proto__: x\r\nconstructor: y\r\ntoString: z\r\n\r\nx\r\n'),
  },
  {
    name: 'a boundary that is a pattern',
    octets: Buffer.from('Content-Type: multipart/mixed; boundary=".*+?^$"\r\n\r\n--.*+?^$\r\n\r\nx\r\n'),
  },
]
const mails = [...odd, ...hostileMails]

/** A machine that runs tests is busy; a quiet one needs far less. */
const answeredWithin = 5000

let server: TestServer
let ids: readonly string[]

beforeAll(async () => {
  server = await startServer()
  const kept: string[] = []
  for (const { octets } of mails) {
    kept.push((await server.keep(new Uint8Array(octets), '?from=a@example.com&to=b@example.com')).id)
  }
  ids = kept
}, 120_000)
afterAll(() => server.mailhold.stop())

const ofOne = [
  '/api/v1/message/{id}',
  '/api/v1/message/{id}/headers',
  '/api/v1/message/{id}/raw',
  '/view/{id}.txt',
  '/view/{id}',
  '/api/v1/messages/{id}',
  '/api/v1/messages/{id}/download',
  '/email/{id}',
  '/api/email/{id}/source',
]

test.each(mails.map(({ name }, at) => [name, at] as const))(
  '%s is shown by every peer',
  async (_name, at) => {
    for (const path of ofOne) {
      const began = Date.now()
      const answer = await server.ask(path.replace('{id}', ids[at] ?? ''))
      await answer.arrayBuffer()

      expect([path, answer.status]).toEqual([path, 200])
      expect(Date.now() - began).toBeLessThan(answeredWithin)
    }
  },
)

test('lists and searches leave none of them out', async () => {
  const count = mails.length
  const mailpit = await server.json<{ messages: { ID: string }[] }>('/api/v1/messages')
  const found = await server.json<{ messages_count: number }>('/api/v1/search?query=-nowhere')
  const mailhog = await server.json<{ total: number; count: number }>(
    '/api/v2/search?kind=to&query=b@example.com',
  )
  const maildev = await server.json<{ id: string }[]>('/email')
  const summaries = await server.json<{ total: number }>('/api/email/summary')

  expect(mailpit.messages.map(({ ID }) => ID).reverse()).toEqual(ids)
  expect([found.messages_count, mailhog.total, summaries.total]).toEqual([count, count, count])
  expect(mailhog.count).toBeLessThanOrEqual(count)
  // a list of MailDev ends where one answer is full: the newest are in it
  expect(ids.slice(-maildev.length)).toEqual(maildev.map(({ id }) => id))
})
