import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cursor, InboxList, TagList } from '#mailhold/http/schema/inbox.js'
import { List } from '#mailhold/http/schema/list.js'
import { Message, Part } from '#mailhold/http/schema/message.js'
import { Problem } from '#mailhold/http/schema/problem.js'
import { SessionList } from '#mailhold/http/schema/session.js'
import { Ready, Status } from '#mailhold/http/schema/status.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await server.keep(
    'From: "=?x?=" <a@b>\r\nDate: nonsense\r\nList-Unsubscribe: <https://a.test/u>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nYour code is 482913 https://a.test/x\r\n--b\r\nContent-Type: image/png; name="a"\r\nContent-ID: <x>\r\n\r\nx\r\n',
    '?to=a@w1.mailhold.test&to=b@w2.mailhold.test',
  )
  await server.json(
    `/v1/messages/${(await server.message('latest')).id}`,
    jsonBody('PATCH', { addTags: ['a'] }),
  )
})

afterAll(async () => {
  await server.mailhold.stop()
})

describe('every answer is as its schema says', () => {
  const answers: readonly (readonly [string, TSchema])[] = [
    ['/v1/status', Status],
    ['/livez', Ready],
    ['/v1/cursor', Cursor],
    ['/v1/tags', TagList],
    ['/v1/inboxes', InboxList],
    ['/v1/sessions', SessionList],
    ['/v1/messages?total=true', List],
    ['/v1/messages/latest', Message],
    ['/v1/messages/none', Problem],
    ['/v1/messages?limti=1', Problem],
  ]

  it.each(answers)('%s', async (path, schema) => {
    const answer: unknown = await (await server.ask(path)).json()

    // parts name themselves as the OpenAPI document does
    const whole = { ...schema, components: { schemas: { Part } } }
    expect(Compile(whole).Errors(answer)).toEqual([])
  })
})
