// What a stop waits for: what is being answered, and nothing else.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { startServer } from '../support/http.js'

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

test('a connection on which nothing was asked, as browsers keep one in reserve, is closed', async () => {
  const { mailhold, port, ask } = await startServer()
  const unused = await connected(port)
  const closed = once(unused, 'close')
  // one request later the server has accepted the connection before it
  await ask('/v1/messages')

  const began = performance.now()
  await mailhold.stop()
  await closed

  // the grace for what is being answered is 10 seconds
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a mail whose end comes after the stop is refused in plain words, and its connection closed', async () => {
  const { mailhold, port, ask } = await startServer()
  const upload = await connected(port)
  upload.write(
    'POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\nContent-Length: 20\r\n\r\nSubject: Half',
  )
  await ask('/v1/messages')

  const stopped = mailhold.stop()
  upload.write('\r\n\r\nrest')
  const chunks: Buffer[] = []
  for await (const chunk of upload) chunks.push(chunk)
  await stopped

  const answer = Buffer.concat(chunks).toString()
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  expect(answer).toContain('"detail":"Mailhold is stopping"')
})
