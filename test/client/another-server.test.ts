// What the client says where a web server answers that is no Mailhold.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '#mailhold/client/client.js'
import { createClient as createInNode } from '#mailhold/client/in-node.js'
import { run } from '../cli/mailhold-process.js'

/** The address of a server that says the same to everything. */
async function serverThatSays(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(
    0,
    '127.0.0.1',
  )
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([
  [404, '<h1>Not here</h1>', '404 Not Found'],
  [405, '', '405 Method Not Allowed'],
  [501, 'Unsupported', '501 Not Implemented'],
  [404, '{"type": "about:blank", "title": "Not Found", "status": 404}', '404 Not Found'],
  [200, '<h1>Welcome</h1>', '200 OK'],
])('%i with the body "%s" is not the answer of a Mailhold', async (status, body, title) => {
  const url = await serverThatSays(status, body)
  const wanted = {
    name: 'NoServer',
    message: expect.stringContaining(`no Mailhold answers at ${url} (another server does: ${title})`),
  }

  for (const client of [createClient({ url }), createInNode({ url })]) {
    await expect(client.list()).rejects.toMatchObject(wanted)
    await expect(client.ready()).rejects.toMatchObject(wanted)
  }
})

test.each(['null', '{"status": "UP"}', '[]'])('a server that says %s is not ready', async (body) => {
  const url = await serverThatSays(200, body)

  await expect(createClient({ url }).ready()).rejects.toMatchObject({ name: 'NoServer' })
})

test.each([401, 502])('what a proxy says with %i is told as it is', async (status) => {
  const url = await serverThatSays(status, '<h1>nginx</h1>')

  await expect(createClient({ url }).list()).rejects.toMatchObject({ name: 'ServerProblem', status })
})

test.each([['health'], ['wait', 'subject=x'], ['list']])(
  'mailhold %s ends with 3 there',
  async (...words) => {
    const url = await serverThatSays(404, 'File not found')

    const { code, err } = await run([...words, '--url', url])

    expect({ code, err }).toEqual({
      code: 3,
      err: `mailhold: no Mailhold answers at ${url} (another server does: 404 Not Found); start one with mailhold, or say where it is with --url or MAILHOLD_URL\n`,
    })
  },
)
