import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EventReader, readEvents } from '../../support/event-reader.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer
const open: EventReader[] = []

beforeEach(async () => {
  server = await startServer()
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()))
  await server.mailhold.stop()
})

async function watch(query = '', headers: Record<string, string> = {}): Promise<EventReader> {
  const answer = await server.ask(`/v1/events${query}`, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = readEvents(answer)
  open.push(reader)
  return reader
}

const keepIn = (inbox: string, subject: string) =>
  server.keep(`Subject: ${subject}\r\n\r\n`, `?to=ada@${inbox}.mailhold.test`)

describe('the event stream', () => {
  it('begins with how the server is, without an id', async () => {
    const events = await watch()

    expect(await events.any()).toMatchObject({
      event: 'status',
      id: undefined,
      data: { counts: { messages: 0 } },
    })
  })

  it('says first where it begins, so that who comes back before any event misses nothing', async () => {
    const before = await keepIn('w1', 'before')
    const first = (await server.ask('/v1/events')).body?.getReader()
    const beginning = new TextDecoder().decode((await first?.read())?.value)
    await first?.cancel()
    const between = await keepIn('w1', 'between')
    const id = /^id: (.*)$/m.exec(beginning)?.[1] ?? ''

    const events = await watch('', { 'last-event-id': id })

    expect(beginning).toMatch(/^retry: 2000\nid: .+\n\n/)
    expect(id).toBe(before.cursor)
    expect(await events.next()).toMatchObject({ event: 'kept', id: between.cursor })
  })

  it('tells what is kept, changed and deleted, each under its cursor', async () => {
    const events = await watch()
    await events.any()

    const kept = await keepIn('w1', 'one')
    await server.json(`/v1/messages/${kept.id}`, jsonBody('PATCH', { read: true }))
    await server.json(`/v1/messages/${kept.id}`, { method: 'DELETE' })

    const told = [await events.next(), await events.next(), await events.next()]
    expect(told).toMatchObject([
      { event: 'kept', id: kept.cursor, data: { cursor: kept.cursor, id: kept.id, inboxes: ['w1'] } },
      { event: 'changed', data: { id: kept.id } },
      { event: 'deleted', data: { id: kept.id, inboxes: ['w1'], reason: 'asked' } },
    ])
    expect(new Set(told.map((event) => event?.id)).size).toBe(3)
    expect(told[2]?.id).toBe((await server.json<{ cursor: string }>('/v1/cursor')).cursor)
  })

  it('shows a kept message as the list does', async () => {
    const events = await watch()
    await events.any()

    const kept = await keepIn('w1', 'one')

    expect((await events.next())?.data.message).toEqual(kept)
  })

  it('of one inbox tells of that inbox only', async () => {
    const events = await watch('?inbox=w2')
    await events.any()

    await keepIn('w1', 'one')
    const two = await keepIn('w2', 'two')

    expect(await events.next()).toMatchObject({ event: 'kept', data: { id: two.id } })
  })

  it('goes on after Last-Event-ID without gap or repetition', async () => {
    const one = await keepIn('w1', 'one')
    const two = await keepIn('w1', 'two')
    const events = await watch('', { 'last-event-id': one.cursor })

    const three = await keepIn('w1', 'three')

    expect(await events.next()).toMatchObject({ event: 'kept', id: two.cursor })
    expect(await events.next()).toMatchObject({ event: 'kept', id: three.cursor })
  })

  it.each(['0123456789abcdef.1', 'nonsense', '../x'])(
    'that cannot go on after "%s" says so and goes on from now',
    async (id) => {
      const one = await keepIn('w1', 'one')
      const events = await watch('', { 'last-event-id': id })

      expect(await events.next()).toEqual({ event: 'resync', id: one.cursor, data: { cursor: one.cursor } })
      const two = await keepIn('w1', 'two')
      expect(await events.next()).toMatchObject({ event: 'kept', id: two.cursor })
    },
  )

  it('ends cleanly when the server stops', async () => {
    const events = await watch()
    await events.any()

    const started = performance.now()
    await server.mailhold.stop()

    expect(await events.next()).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('of a reader who goes away is forgotten', async () => {
    for (let round = 0; round < 20; round++) {
      const events = await watch()
      await events.any()
      await events.close()
    }
    const events = await watch()
    await events.any()

    const kept = await keepIn('w1', 'one')

    expect(await events.next()).toMatchObject({ event: 'kept', id: kept.cursor })
  })
})
