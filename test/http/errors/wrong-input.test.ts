import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await server.mailhold.stop()
})

const mail = { from: 'a@b.test', to: 'c@d.test' }

describe('a wrong member of a body', () => {
  it.each([
    [
      { ...mail, subjct: 'x' },
      { path: 'subjct', suggestion: 'subject', detail: 'Unknown member "subjct"; did you mean "subject"?' },
    ],
    [
      { ...mail, attachments: [{ filname: 'a', content: '' }] },
      { path: 'attachments[0].filname', suggestion: 'filename' },
    ],
    [
      { ...mail, attachments: [{ filename: 'a' }] },
      { path: 'attachments[0].content', detail: '"attachments[0].content" is missing.' },
    ],
    [{ ...mail, text: 5 }, { path: 'text' }],
    [{ to: 'c@d.test' }, { path: 'from', detail: '"from" is missing.' }],
    [{ from: 'a@b.test' }, { path: 'to' }],
    [{ from: 'nobody', to: [] }, { path: 'to' }],
    [{ from: ' ', to: 'c@d.test' }, { path: 'from' }],
    [{ ...mail, attachments: [{ content: '!!!' }] }, { path: 'attachments[0].content' }],
  ])('%j is named', async (body, expected) => {
    const problem = await server.problem('/v1/messages', jsonBody('POST', body))

    expect(problem).toMatchObject({
      type: 'urn:mailhold:problem:badInput',
      title: 'Bad Request',
      status: 400,
      ...expected,
    })
  })

  it('is found in marks too', async () => {
    expect(await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', { red: true }))).toMatchObject({
      path: 'red',
      suggestion: 'read',
    })
    expect(await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', {}))).toMatchObject({ status: 400 })
    expect(await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', { addTags: [''] }))).toMatchObject({
      path: 'addTags[0]',
    })
  })
})

describe('a wrong query parameter', () => {
  it.each([
    ['/v1/messages?limti=5', { path: 'limti', suggestion: 'limit' }],
    ['/v1/messages?limit=0', { path: 'limit' }],
    ['/v1/messages?limit=501', { path: 'limit' }],
    ['/v1/messages?limit=1.5', { path: 'limit' }],
    ['/v1/messages?limit=', { path: 'limit' }],
    ['/v1/messages?limit=5&limit=6', { path: 'limit' }],
    ['/v1/messages?order=newst', { path: 'order', detail: '"order" must be one of newest, oldest.' }],
    ['/v1/messages?total=yes', { path: 'total' }],
    ['/v1/messages?inbox=', { path: 'inbox' }],
    ['/v1/messages?page=', { path: 'page' }],
    ['/v1/messages?page=!', { path: 'page' }],
    ['/v1/messages?after=yesterday', { path: 'after' }],
    ['/v1/messages?__proto__=1', { path: '__proto__' }],
    ['/v1/messages/latest?inbx=a', { path: 'inbx', suggestion: 'inbox' }],
    ['/v1/messages/latest/raw?x=1', { path: 'x' }],
    ['/v1/status?x=1', { path: 'x' }],
    ['/v1/cursor?inbox=a', { path: 'inbox', detail: 'Unknown query parameter "inbox"; none is taken here' }],
    ['/v1/events?inbx=a', { path: 'inbx', suggestion: 'inbox' }],
    ['/v1/export', { path: 'format' }],
    ['/v1/export?format=tar', { path: 'format', detail: '"format" must be one of mbox, zip.' }],
    ['/v1/sessions?protocol=imap', { path: 'protocol' }],
    ['/v1/sessions?page=%00', { path: 'page' }],
  ])('%s is named', async (path, expected) => {
    expect(await server.problem(path)).toMatchObject({ status: 400, ...expected })
  })

  it('with bad search syntax has its position', async () => {
    expect(await server.problem('/v1/messages?q=subject%3Ahi%20(')).toMatchObject({
      status: 400,
      path: 'q',
      position: expect.any(Number),
    })
    expect(await server.problem('/v1/export?format=mbox&q=(')).toMatchObject({ status: 400, path: 'q' })
  })

  it('with a cursor of another store is refused', async () => {
    const problem = await server.problem('/v1/messages?after=0123456789abcdef.1')

    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining('another store') })
  })
})

describe('what is not there', () => {
  it.each([
    '/v1/messages/0000000000000000000a',
    '/v1/messages/latest',
    '/v1/messages/%2e%2e',
    '/v1/messages/a%2Fb',
    '/v1/messages/latest/raw',
    '/v1/sessions/none',
    '/v1/nothing',
    '/nothing',
  ])('%s is a 404 with a problem', async (path) => {
    expect(await server.problem(path)).toMatchObject({
      status: 404,
      title: 'Not Found',
      type: 'urn:mailhold:problem:notFound',
    })
  })

  it('is no message of that id', async () => {
    const id = '0000000000000000000a'

    expect(await server.problem(`/v1/messages/${id}`, { method: 'DELETE' })).toMatchObject({ status: 404 })
    expect(await server.problem(`/v1/messages/${id}`, jsonBody('PATCH', { read: true }))).toMatchObject({
      status: 404,
    })
    expect(await server.problem(`/v1/messages/${'x'.repeat(400)}`)).toMatchObject({ status: 404 })
  })
})
