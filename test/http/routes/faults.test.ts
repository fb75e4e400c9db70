import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fault, FaultList } from '#mailhold/wire/fault.js'
import type { Deleted } from '#mailhold/wire/list.js'
import { jsonBody, startServer, type TestServer } from '../../support/http.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.mailhold.stop())

const add = (rule: unknown) => server.ask('/v1/faults', jsonBody('POST', rule))
const list = (query = '') => server.json<FaultList>(`/v1/faults${query}`)

describe('a fault rule', () => {
  it('is made, shown, listed and deleted', async () => {
    const rule = {
      where: { inbox: 'w1', recipient: '*@w1.mailhold.test' },
      stage: 'rcpt' as const,
      do: { delay: '2s' },
      times: 3,
      after: 1,
    }

    const answer = await add(rule)
    const made = (await answer.json()) as Fault

    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(made.url)
    expect(made).toEqual({
      ...rule,
      id: expect.stringMatching(/^[a-z0-9]{8}$/),
      chance: 100,
      fired: 0,
      left: 3,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      url: `/v1/faults/${made.id}`,
    } satisfies Fault)
    expect(await server.json(made.url)).toEqual(made)
    expect((await list()).faults).toEqual([made])
    expect(await server.json<Deleted>(made.url, { method: 'DELETE' })).toEqual({ deleted: 1 })
    expect(await server.problem(made.url)).toMatchObject({ status: 404 })
    expect(await server.problem(made.url, { method: 'DELETE' })).toMatchObject({ status: 404 })
  })

  it('for ever and for everybody says so', async () => {
    const made = (await (await add({ stage: 'accept', do: { dropAfterKeep: true } })).json()) as Fault

    expect(made).toMatchObject({ where: {}, times: null, left: null, after: 0 })
    await server.json('/v1/faults', { method: 'DELETE' })
  })

  it('by chance says how often', async () => {
    const made = (await (await add({ stage: 'mail', do: { drop: true }, chance: 12.5 })).json()) as Fault

    expect(made.chance).toBe(12.5)
    for (const chance of [0, 101]) {
      expect((await add({ stage: 'mail', do: { drop: true }, chance })).status).toBe(400)
    }
    await server.json('/v1/faults', { method: 'DELETE' })
  })

  it('goes with its inbox, also one that has no mail yet', async () => {
    for (const inbox of ['f1', 'f2']) await add({ where: { inbox }, stage: 'mail', do: { drop: true } })

    expect((await list('?inbox=F1')).faults).toHaveLength(1)
    expect(await server.json<Deleted>('/v1/inboxes/f1', { method: 'DELETE' })).toEqual({ deleted: 0 })
    expect((await list()).faults.map(({ where }) => where.inbox)).toEqual(['f2'])
    expect(await server.json<Deleted>('/v1/faults?inbox=f2', { method: 'DELETE' })).toEqual({ deleted: 1 })
  })
})

describe('a wrong rule is refused with the path of what is wrong', () => {
  const reply = { reply: '451 4.3.0 try later' }
  it.each([
    [
      { stage: 'acept', do: reply },
      { path: 'stage', detail: expect.stringContaining('connect, ehlo, auth') },
    ],
    [
      { stage: 'mail', do: reply, tims: 2 },
      { path: 'tims', suggestion: 'times' },
    ],
    [
      { stage: 'mail', do: { replay: 'x' } },
      { path: 'do.replay', suggestion: 'reply' },
    ],
    [
      { stage: 'mail', do: reply, where: { inbx: 'w1' } },
      { path: 'where.inbx', suggestion: 'inbox' },
    ],
    [{ stage: 'mail', do: reply, where: { __proto__x: 1 } }, { path: 'where.__proto__x' }],
    [{ do: reply }, { path: 'stage', detail: '"stage" is missing.' }],
    [{ stage: 'mail' }, { path: 'do', detail: '"do" is missing.' }],
    [{ stage: 'mail', do: {} }, { path: 'do' }],
    [{ stage: 'mail', do: { ...reply, drop: true } }, { path: 'do' }],
    [
      { stage: 'mail', do: { drop: false } },
      { path: 'do.drop', detail: '"do.drop" must be true, got false.' },
    ],
    [{ stage: 'mail', do: { dropAfterKeep: true } }, { path: 'do.dropAfterKeep' }],
    [{ stage: 'mail', do: { reply: '250 Ok' } }, { path: 'do.reply' }],
    [{ stage: 'mail', do: { reply: '451 a\r\n250 b' } }, { path: 'do.reply' }],
    [{ stage: 'mail', do: { delay: '5m' } }, { path: 'do.delay' }],
    [{ stage: 'mail', do: reply, times: 0 }, { path: 'times' }],
    [{ stage: 'mail', do: reply, after: -1 }, { path: 'after' }],
    [{ stage: 'mail', do: reply, where: { recipient: 'a@b' } }, { path: 'where.recipient' }],
  ])('%j', async (rule, expected) => {
    expect(await server.problem('/v1/faults', jsonBody('POST', rule))).toMatchObject({
      status: 400,
      ...expected,
    })
    expect((await list()).faults).toEqual([])
  })
})
