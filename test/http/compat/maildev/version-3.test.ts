// What only version 3 of MailDev's API has.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../../support/http.js'
import { note, rich, send, welcome } from '../mails.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.mailhold.stop())
beforeEach(async () => {
  await server.ask('/email/all', { method: 'DELETE' })
})

interface Email {
  readonly id: string
  readonly subject: string
  readonly read: boolean
}

const subjects = async (path: string): Promise<string[]> =>
  (await server.json<Email[]>(path)).map(({ subject }) => subject)

test('sorts when asked to', async () => {
  for (const subject of ['one', 'two', 'three']) await send(server, note(subject))

  expect(await subjects('/api/email?sort=desc&limit=2')).toEqual(['three', 'two'])
  expect(await subjects('/api/email?sort=asc')).toEqual(['one', 'two', 'three'])
})

test('has pages of summaries', async () => {
  await send(server, welcome)
  await send(server, rich)

  const page = await server.json<{ items: Email[] }>(
    '/api/email/summary?limit=1&search=AND%20LEAVE&unread=true',
  )
  const all = await server.json<{ items: Email[] }>('/api/email/summary?search=pay&sort=asc')

  expect(page).toEqual({ items: [], total: 0, storeTotal: 2, unread: 2, skip: 0, limit: 1 })
  expect(all).toEqual({
    items: [
      {
        id: expect.any(String),
        time: expect.any(String),
        read: false,
        subject: 'Café bill',
        size: Buffer.byteLength(rich),
        sizeHuman: expect.stringMatching(/^1\.\d+ KB$/),
        from: [{ address: 'shop@example.com', name: '' }],
        to: [{ address: 'bob@example.com', name: '' }],
        attachmentCount: 2,
        preview: 'Two cafés, please pay.',
      },
    ],
    total: 1,
    storeTotal: 2,
    unread: 2,
    skip: 0,
    limit: 50,
  })
})

test('has pages of all summaries, from the skipped on', async () => {
  for (const subject of ['one', 'two', 'three']) await send(server, note(subject))

  const page = await server.json<{ items: Email[] }>('/api/email/summary?skip=1&limit=1')

  expect(page).toMatchObject({ total: 3, storeTotal: 3, skip: 1, limit: 1 })
  expect(page.items.map(({ subject }) => subject)).toEqual(['two'])
})

test('deletes several, and says which were there', async () => {
  await send(server, note('one'))
  await send(server, note('two'))
  const [{ id } = { id: '' }] = await server.json<Email[]>('/api/email')

  const answer = await server.json('/api/email/delete', jsonBody('POST', { ids: [id, 'none', id] }))

  expect(answer).toEqual({ deleted: [id], notFound: ['none'] })
  expect(await subjects('/api/email')).toEqual(['two'])
})

test.each(['', '{', '{}', '{"ids":"all"}', '{"ids":[1]}', '{"ids":[""]}'])(
  'the body "%s" deletes nothing',
  async (body) => {
    await send(server, note('one'))

    const answer = await server.ask('/api/email/delete', { method: 'POST', body })

    expect([answer.status, await subjects('/api/email')]).toEqual([400, ['one']])
  },
)
