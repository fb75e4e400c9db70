// Waits that are longer than one call may hold.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { createClient } from '#mailhold/client/client.js'
import { remaining } from '#mailhold/client/long-wait.js'

const bounds = (settle: number) => ({ longestCall: 55_000, settle })

it.each([
  [120_000, 0, 0, 55_000, false],
  [120_000, 110_000, 0, 10_000, true],
  // five seconds would be left, in which it could not be quiet for ten
  [60_000, 0, 10_000, 50_000, false],
  [60_000, 50_020, 10_000, 10_000, true],
  [56_000, 0, 30_000, 30_000, false],
  [56_000, 30_000, 30_000, 30_000, true],
  [60_000, 61_000, 10_000, 0, true],
  // does not fit; the server shall say so
  [5_000, 0, 10_000, 5_000, true],
  [120_000, 0, 100_000, 55_000, false],
])('of %i ms, %i gone, quiet for %i: the next call has %i', (total, elapsed, settle, share, isLast) => {
  expect(remaining(total, elapsed, bounds(settle))).toEqual({ share, isLast })
})

describe('calls of at most 200 ms', () => {
  let server: RunningMailhold
  /** the bodies that were sent */
  let bodies: { expectations?: { after?: string }[] }[]

  beforeAll(async () => {
    server = await startMailhold({ pop3: 'off' })
  })

  afterAll(async () => {
    await server.stop()
  })

  const client = () => {
    bodies = []
    return createClient({
      url: server.url,
      longestCall: 200,
      fetch: (url, init) => {
        if (init?.body) bodies.push(JSON.parse(String(init.body)))
        return fetch(url, init)
      },
    })
  }
  const none = () => ({ inbox: randomUUID(), match: {}, count: 0 })
  const timeout = '300ms'
  type Ask = (settle: string) => Promise<unknown>
  const asking: readonly (readonly [string, Ask])[] = [
    ['wait', (settle) => client().wait({ ...none(), settle, timeout })],
    [
      'waitFor',
      (settle) => client().waitFor(Object.entries({ inbox: randomUUID(), count: '0', settle, timeout })),
    ],
    ['assert', (settle) => client().assert({ settle, timeout, expectations: [none()] })],
  ]

  it.each(asking)('leave the last one time to be quiet: %s', async (_, ask) => {
    expect(await ask('150ms')).toMatchObject({ pass: true })
    await expect(ask('301ms')).rejects.toMatchObject({ status: 400, problem: { path: 'settle' } })
  })

  it('look all from where the first one did', async () => {
    const expectations = [{ match: { subject: randomUUID() } }]
    const { lookedFrom } = await client().assert({ timeout: '500ms', expectations })

    const places = bodies.map((body) => body.expectations?.[0]?.after)
    expect(places.length).toBeGreaterThan(1)
    expect(places).toEqual([undefined, ...places.slice(1).map(() => lookedFrom)])
  })
})
