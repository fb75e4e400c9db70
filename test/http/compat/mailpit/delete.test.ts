// What Mailpit's deleting routes delete, and what they never do.

import { MailpitClient } from 'mailpit-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../../support/http.js'
import { note, send } from '../mails.js'

let server: TestServer
let mailpit: MailpitClient

beforeAll(async () => {
  server = await startServer()
  mailpit = new MailpitClient(server.mailhold.url)
})
afterAll(() => server.mailhold.stop())
beforeEach(async () => {
  await mailpit.deleteMessages()
  await send(server, note('one'))
  await send(server, note('two'))
})

const subjects = async () => (await mailpit.listMessages()).messages.map(({ Subject }) => Subject)

test('messages go by their ids', async () => {
  const { messages } = await mailpit.listMessages()

  expect(await mailpit.deleteMessages({ IDs: [messages[0]?.ID ?? ''] })).toBe('ok')
  expect(await subjects()).toEqual(['one'])
})

test('no body, an empty object and an empty list mean all of them', async () => {
  for (const body of [undefined, '{}', '{"IDs":[]}']) {
    await send(server, note('more'))

    const answer = await server.ask('/api/v1/messages', { method: 'DELETE', ...(body && { body }) })

    expect([answer.status, await answer.text(), await subjects()]).toEqual([200, 'ok', []])
  }
})

test('ids are understood however the member is written, as Go does', async () => {
  const { messages } = await mailpit.listMessages()

  await server.ask('/api/v1/messages', jsonBody('DELETE', { ids: [messages[1]?.ID] }))

  expect(await subjects()).toEqual(['two'])
})

test.each(['{', 'null', '[]', '"x"', '{"IDs":"x"}', '{"IDs":[1]}', '{"id":"x"}', 'IDs=x'])(
  'the body %s deletes nothing',
  async (body) => {
    const answer = await server.ask('/api/v1/messages', { method: 'DELETE', body })

    expect([answer.status, await subjects()]).toEqual([400, ['two', 'one']])
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  },
)

test('what a search finds goes', async () => {
  expect(await mailpit.deleteMessagesBySearch({ query: 'subject:on' })).toBe('ok')
  expect(await subjects()).toEqual(['two'])
})

test.each(['before:soon', '', '   ', '-', '" "'])('the search "%s" deletes nothing', async (query) => {
  const answer = await server.ask(`/api/v1/search?query=${encodeURIComponent(query)}`, { method: 'DELETE' })

  expect([answer.status, await subjects()]).toEqual([400, ['two', 'one']])
})

test('messages are marked as read and unread: some, those of a search, all', async () => {
  const unread = async () => (await mailpit.listMessages()).unread
  const { messages } = await mailpit.listMessages()

  expect(await mailpit.setReadStatus({ IDs: [messages[0]?.ID ?? ''], Read: true })).toBe('ok')
  expect(await unread()).toBe(1)
  await mailpit.setReadStatus({ Read: true })
  expect(await unread()).toBe(0)
  await mailpit.setReadStatus({ Search: 'subject:one', Read: false })
  expect(await unread()).toBe(1)
  await mailpit.setReadStatus()
  expect(await unread()).toBe(2)
})

test('a body that cannot be read marks nothing', async () => {
  const answer = await server.ask('/api/v1/messages', { method: 'PUT', body: 'Read=true' })

  expect([answer.status, (await mailpit.listMessages()).unread]).toEqual([400, 2])
})
