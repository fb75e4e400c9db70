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
    [
      { ...mail, text: 5 },
      { path: 'text', detail: '"text" must be text, got 5.' },
    ],
    [
      { ...mail, to: 5 },
      { path: 'to', detail: '"to" must be text or a list, got 5.' },
    ],
    [
      { ...mail, to: [] },
      { path: 'to', detail: '"to" must not be empty.' },
    ],
    [
      { ...mail, to: ['c@d.test', 5] },
      { path: 'to[1]', detail: '"to[1]" must be text, got 5.' },
    ],
    [
      { ...mail, to: ['c@d.test', 'x'.repeat(10_001)] },
      { path: 'to[1]', detail: '"to[1]" must have at most 10000 characters, got 10001.' },
    ],
    [
      { ...mail, to: Array.from({ length: 1001 }, () => 'c@d.test') },
      { path: 'to', detail: '"to" must have at most 1000 entries, got 1001.' },
    ],
    [{ ...mail, attachments: {} }, { detail: '"attachments" must be a list, got an object.' }],
    [{ to: 'c@d.test' }, { path: 'from', detail: '"from" is missing.' }],
    [{ from: 'a@b.test' }, { path: 'to' }],
    [{ from: 'nobody', to: [] }, { path: 'to' }],
    [{ from: ' ', to: 'c@d.test' }, { path: 'from' }],
    [
      { ...mail, attachments: [{ content: '!!!' }] },
      { path: 'attachments[0].content', detail: '"attachments[0].content" must be base64, got "!!!".' },
    ],
    [[], { path: '', detail: 'The body must be an object, got a list.' }],
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
    expect(await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', {}))).toMatchObject({
      status: 400,
      detail: 'The body must have one of read, addTags, removeTags.',
    })
    expect(await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', { addTags: [''] }))).toMatchObject({
      path: 'addTags[0]',
      detail: '"addTags[0]" must not be empty.',
    })
    expect(
      await server.problem('/v1/messages?inbox=a', jsonBody('PATCH', { addTags: ['a\nb'] })),
    ).toMatchObject({ detail: '"addTags[0]" must be text without control characters, got "a\\nb".' })
  })

  it('of a type that is not taken is told which types are', async () => {
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a',
    }
    const refused =
      'A body of type "application/x-www-form-urlencoded" is not taken here; set Content-Type to'

    expect((await server.problem('/v1/messages', form)).detail).toBe(
      `${refused} application/json or message/rfc822.`,
    )
    expect((await server.problem('/v1/inboxes', form)).detail).toBe(`${refused} application/json.`)
  })
})

describe('a wrong query parameter', () => {
  it.each([
    ['/v1/messages?limti=5', { path: 'limti', suggestion: 'limit' }],
    ['/v1/messages?limit=0', { path: 'limit', detail: '"limit" must be at least 1, got 0.' }],
    ['/v1/messages?limit=501', { path: 'limit', detail: '"limit" must be at most 500, got 501.' }],
    ['/v1/messages?limit=1.5', { path: 'limit', detail: '"limit" must be a whole number, got "1.5".' }],
    ['/v1/messages?limit=', { path: 'limit' }],
    ['/v1/messages?limit=5&limit=6', { path: 'limit' }],
    [
      '/v1/messages?order=newst',
      { path: 'order', suggestion: 'newest', detail: '"order" must be newest or oldest, got "newst".' },
    ],
    ['/v1/messages?total=yes', { path: 'total', detail: '"total" must be true or false, got "yes".' }],
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
    ['/v1/export?format=tar', { path: 'format', detail: '"format" must be mbox or zip, got "tar".' }],
    ['/v1/sessions?protocol=imap', { path: 'protocol' }],
    ['/v1/sessions?page=%00', { path: 'page' }],
  ])('%s is named', async (path, expected) => {
    expect(await server.problem(path)).toMatchObject({ status: 400, ...expected })
  })

  it('in a search is called by its own name', async () => {
    expect(await server.problem('/v1/messages?q=before%3Ax')).toMatchObject({
      path: 'q',
      detail:
        '"before" must be a cursor or a time such as 2026-01-31T12:00:00Z, got "x" (at character 8 of q)',
    })
    expect(await server.problem('/v1/wait?timeout=0s&q=after%3Ax')).toMatchObject({
      detail: expect.stringMatching(/^"after" must be a cursor/),
    })
  })

  it('that names a message to change or remove must name one', async () => {
    const detail = '"id" must be a message id, and not latest, got "latest".'

    expect(await server.problem('/v1/messages/latest', { method: 'DELETE' })).toMatchObject({ detail })
    expect(await server.problem('/v1/messages/latest', jsonBody('PATCH', { read: true }))).toMatchObject({
      detail,
    })
    expect(await server.problem('/v1/messages?ids=A!', { method: 'DELETE' })).toMatchObject({
      detail: '"ids[0]" must be a message id, got "A!".',
    })
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

it('no pattern stands in the API without words that say what it asks for', async () => {
  const silent: string[] = []
  const look = (value: unknown, path: string, isSaidAbove = false): void => {
    if (typeof value !== 'object' || value === null) return
    const isSaid = isSaidAbove || 'description' in value
    if ('pattern' in value && typeof value.pattern === 'string' && !isSaid) silent.push(path)
    // of a parameter the words stand beside its schema
    for (const [name, one] of Object.entries(value)) look(one, `${path}/${name}`, isSaid && name === 'schema')
  }

  look(await server.json<object>('/v1/openapi.json'), '')

  expect(silent).toEqual([])
})
