import { describe, expect, test } from 'vitest'
import { kinds, useStore } from './contract.js'
import { id, session } from './mail.js'

describe.each(kinds)('sessions in $name', (kind) => {
  const bench = useStore(kind)

  test('a session comes back as it was put last', async () => {
    await bench.store.putSessions([session('s1')])
    const last = session('s1', { endedAt: 3_000, messageIds: [id('m1')], protocol: 'smtp' })
    await bench.store.putSessions([last])

    const store = await bench.settled()
    expect(await store.session(last.id)).toEqual(last)
    expect(await store.session(session('nobody').id)).toBeUndefined()
  })

  test('sessions are found by protocol, message and time, newest first', async () => {
    await bench.store.putSessions([session('s1', { startedAt: 1, messageIds: [id('m1'), id('m2')] })])
    await bench.store.putSessions([session('s2', { startedAt: 2, protocol: 'pop3', messageIds: [id('m2')] })])
    await bench.store.putSessions([session('s3', { startedAt: 3 })])
    const store = await bench.settled()
    const ids = async (filter: Partial<Parameters<typeof store.sessions>[0]>): Promise<string> =>
      (await store.sessions({ limit: 10, ...filter })).map((one) => one.id).join(' ')

    expect(await ids({})).toBe('s3 s2 s1')
    expect(await ids({ limit: 2 })).toBe('s3 s2')
    expect(await ids({ protocol: 'smtp' })).toBe('s3 s1')
    expect(await ids({ messageId: id('m2') })).toBe('s2 s1')
    expect(await ids({ messageId: id('m2'), protocol: 'pop3' })).toBe('s2')
    expect(await ids({ startedBefore: 3 })).toBe('s2 s1')
  })
})
