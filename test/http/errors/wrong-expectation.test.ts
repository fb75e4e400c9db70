// Expectations that could never be met, or would always be, are refused at once and by whatever door they come.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await server.mailhold.stop()
})

const refusalOf = (path: string, body: unknown) => server.problem(path, jsonBody('POST', body))

it('a time whose plus sign became a blank is told how to write it', async () => {
  const paths = ['/v1/wait?timeout=0s&', '/v1/messages?'].map(
    (path) => `${path}after=2026-01-31T12:00:00+02:00`,
  )

  for (const path of paths) {
    expect(await server.problem(path)).toMatchObject({
      status: 400,
      path: 'after',
      suggestion: '2026-01-31T12:00:00+02:00',
      detail: expect.stringContaining('write + as %2B'),
    })
  }
})

it('no mail after a time that is still to come is no pass', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const soon = new Date(Date.now() + 30_000).toISOString()
  const none = { match: {}, count: 0, timeout: '0s' }

  expect(await refusalOf('/v1/wait', { ...none, after: tomorrow })).toMatchObject({
    status: 400,
    path: 'after',
    detail: expect.stringContaining(`"after" lies in the future: it names ${tomorrow}, and the clock`),
  })
  expect((await server.ask('/v1/wait', jsonBody('POST', { ...none, after: soon }))).status).toBe(200)
})

it('quiet that does not fit into the time is no pass', async () => {
  const none = { inbox: 'w9', match: {}, count: 0, settle: '5s', timeout: '1s' }

  expect(await refusalOf('/v1/wait', none)).toMatchObject({
    status: 400,
    path: 'settle',
    detail:
      'settle: 5 s of quiet do not fit into a timeout of 1 s; give a longer timeout or a shorter settle',
  })
})

it('no mail in an inbox that cannot be is no pass', async () => {
  const none = { match: {}, count: 0, settle: '0s' }
  const meant = { status: 400, suggestion: 'w9' }

  expect(await refusalOf('/v1/wait', { ...none, inbox: 'ada@w9.mailhold.test' })).toMatchObject({
    ...meant,
    path: 'inbox',
  })
  expect(
    await refusalOf('/v1/assert', { expectations: [{ ...none, inbox: 'w9.mailhold.test' }] }),
  ).toMatchObject({ ...meant, path: 'expectations[0].inbox' })
  expect(await server.problem('/v1/wait?inbox=w9.mailhold.test&count=0')).toMatchObject({
    ...meant,
    path: 'inbox',
  })
})
