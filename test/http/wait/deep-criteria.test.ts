// Expectations nested far deeper than any that means something: refused in words, not with a full stack.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.mailhold.stop())

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`

const wait = (subject: string) => `{"match":{"subject":${subject}}}`

test.each([
  ['8,000 times not', '/v1/wait', wait(nested(8000, '{"not":', '}')), 'four deep'],
  ['100,000 times not', '/v1/wait', wait(nested(100_000, '{"not":', '}')), 'four deep'],
  ['5,000 lists', '/v1/wait', wait(nested(5000, '[', ']')), 'subject'],
  [
    'the same in an assertion',
    '/v1/assert',
    `{"expectations":[${wait(nested(8000, '{"not":', '}'))}]}`,
    'four deep',
  ],
  [
    'lists instead of expectations',
    '/v1/assert',
    `{"expectations":${nested(200_000, '[', ']')}}`,
    'expectations',
  ],
])('%s', async (_, path, body, words) => {
  const problem = await server.problem(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })

  expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining(words) })
})
