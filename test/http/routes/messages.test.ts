import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Changed, Deleted, List } from '#mailhold/wire/list.js'
import type { Summary } from '#mailhold/wire/summary.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeEach(async () => {
  server = await startServer()
})

afterEach(async () => {
  await server.mailhold.stop()
})

const keepIn = (inbox: string, subject: string) =>
  server.keep(
    `From: app@example.com\r\nSubject: ${subject}\r\n\r\nHello\r\n`,
    `?to=ada@${inbox}.mailhold.test`,
  )

const subjects = async (query: string) => {
  const list = await server.json<List>(`/v1/messages${query}`)
  return list.messages.map(({ subject }) => subject)
}

describe('listing messages', () => {
  it('shows the newest first, or the oldest', async () => {
    for (const subject of ['one', 'two', 'three']) await keepIn('w1', subject)

    expect(await subjects('')).toEqual(['three', 'two', 'one'])
    expect(await subjects('?order=oldest')).toEqual(['one', 'two', 'three'])
  })

  it('narrows by inbox, search, and place in the order', async () => {
    const one = await keepIn('w1', 'one')
    const two = await keepIn('w2', 'two')
    await keepIn('w1', 'three')

    expect(await subjects('?inbox=w1')).toEqual(['three', 'one'])
    expect(await subjects('?inbox=nobody')).toEqual([])
    expect(await subjects('?q=subject%3Atwo')).toEqual(['two'])
    expect(await subjects(`?after=${one.cursor}&before=${(await keepIn('w1', 'four')).cursor}`)).toEqual([
      'three',
      'two',
    ])
    expect(await subjects(`?before=${two.cursor}`)).toEqual(['one'])
    expect(await subjects('?after=2020-01-01T00:00:00Z&before=2021-01-01T00:00:00Z')).toEqual([])
  })

  it('goes on from page to page until there is none', async () => {
    for (const subject of ['one', 'two', 'three']) await keepIn('w1', subject)

    const first = await server.json<List>('/v1/messages?limit=2&total=true')
    const second = await server.json<List>(`/v1/messages?limit=2&page=${first.nextPage}`)

    expect(first.messages.map(({ subject }) => subject)).toEqual(['three', 'two'])
    expect(first.total).toBe(3)
    expect(second.messages.map(({ subject }) => subject)).toEqual(['one'])
    expect(second.nextPage).toBeNull()
    expect(second).not.toHaveProperty('total')
  })

  it('tells the cursor after which nothing has come yet', async () => {
    await keepIn('w1', 'one')
    const { cursor } = await server.json<List>('/v1/messages')
    expect(await subjects(`?after=${cursor}`)).toEqual([])

    await keepIn('w1', 'two')

    expect(await subjects(`?after=${cursor}`)).toEqual(['two'])
  })
})

describe('marking messages', () => {
  it('changes one and answers with it', async () => {
    const { id } = await keepIn('w1', 'one')

    const marked = await server.json<Summary>(
      `/v1/messages/${id}`,
      jsonBody('PATCH', { read: true, addTags: ['seen', 'größe'] }),
    )
    const again = await server.json<Summary>(
      `/v1/messages/${id}`,
      jsonBody('PATCH', { removeTags: ['seen'] }),
    )

    expect(marked).toMatchObject({ id, read: true, tags: expect.arrayContaining(['seen', 'größe']) })
    expect(again.tags).toEqual(['größe'])
    expect(await server.json('/v1/tags')).toEqual({ tags: [{ name: 'größe', messages: 1 }] })
  })

  it('changes many and counts them', async () => {
    await keepIn('w1', 'one')
    await keepIn('w1', 'two')
    await keepIn('w2', 'three')

    const { changed } = await server.json<Changed>('/v1/messages?inbox=w1', jsonBody('PATCH', { read: true }))

    expect(changed).toBe(2)
    expect(await subjects('?q=is%3Aunread')).toEqual(['three'])
  })

  it('of nobody in particular is refused', async () => {
    await keepIn('w1', 'one')

    expect(await server.problem('/v1/messages', jsonBody('PATCH', { read: true }))).toMatchObject({
      status: 400,
    })
    expect(await server.problem('/v1/messages/latest', jsonBody('PATCH', { read: true }))).toMatchObject({
      status: 400,
    })
  })

  it('of an inbox and a search that is blank is refused', async () => {
    await keepIn('w1', 'one')

    for (const q of ['', '%20', '%E3%80%80'])
      expect(
        await server.problem(`/v1/messages?inbox=w1&q=${q}`, jsonBody('PATCH', { read: true })),
      ).toMatchObject({ status: 400, path: 'q', detail: expect.stringContaining('"q" is blank') })
    expect(await subjects('?q=is%3Aunread')).toEqual(['one'])
  })

  it('does not happen by looking', async () => {
    const { id } = await keepIn('w1', 'one')

    for (const rest of ['', '/raw', '/text']) await server.ask(`/v1/messages/${id}${rest}`)

    expect(await server.message(id)).toMatchObject({ read: false })
  })
})

it.each(['GET', 'DELETE'])('a search of %s may have 2000 characters and no more', async (method) => {
  const words = 'a '.repeat(10)
  const longest = encodeURIComponent(words.padEnd(2000, 'b'))

  expect((await server.ask(`/v1/messages?q=${longest}`, { method })).status).toBe(200)
  expect(await server.problem(`/v1/messages?q=${longest}b`, { method })).toMatchObject({
    status: 400,
    path: 'q',
    detail: expect.stringContaining('2000'),
  })
})

describe('deleting messages', () => {
  it('removes one', async () => {
    const { id } = await keepIn('w1', 'one')

    expect(await server.json(`/v1/messages/${id}`, { method: 'DELETE' })).toEqual({ deleted: 1 })
    expect(await server.problem(`/v1/messages/${id}`)).toMatchObject({ status: 404 })
    expect(await server.problem(`/v1/messages/${id}`, { method: 'DELETE' })).toMatchObject({ status: 404 })
  })

  it('removes by ids, written as a list or repeated', async () => {
    const ids: string[] = []
    for (const subject of ['one', 'two', 'three', 'four']) ids.push((await keepIn('w1', subject)).id)

    const listed = await server.json<Deleted>(`/v1/messages?ids=${ids[0]},${ids[1]}`, { method: 'DELETE' })
    const repeated = await server.json<Deleted>(`/v1/messages?ids=${ids[2]}&ids=${ids[0]}`, {
      method: 'DELETE',
    })

    expect([listed.deleted, repeated.deleted]).toEqual([2, 1])
    expect(await subjects('')).toEqual(['four'])
  })

  it('removes by inbox and search, older than a place', async () => {
    await keepIn('w1', 'one')
    const two = await keepIn('w1', 'two')
    await keepIn('w2', 'three')

    expect(await server.json(`/v1/messages?inbox=w1&before=${two.cursor}`, { method: 'DELETE' })).toEqual({
      deleted: 1,
    })
    expect(await server.json('/v1/messages?q=subject%3Athree', { method: 'DELETE' })).toEqual({ deleted: 1 })
    expect(await subjects('')).toEqual(['two'])
  })

  it('removes everything only when told so', async () => {
    await keepIn('w1', 'one')
    const empty = [
      '',
      '?inbox=',
      '?ids=',
      '?q=',
      '?q=%20',
      '?all=false',
      '?all=',
      '?inbox=w1&q=',
      '?inbox=w1&q=%20%09%C2%A0',
      '?before=2030-01-01T00:00:00Z',
      '?all=true&inbox=w1',
      '?after=x',
    ]

    for (const query of empty) {
      expect(await server.problem(`/v1/messages${query}`, { method: 'DELETE' }), query).toMatchObject({
        status: 400,
      })
    }
    expect(await subjects('')).toEqual(['one'])
    expect(await server.json('/v1/messages?all=true', { method: 'DELETE' })).toEqual({ deleted: 1 })
  })
})
