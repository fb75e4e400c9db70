import { describe, expect, test } from 'vitest'
import type { Store } from '#mailhold/store/store.js'
import { kinds, useStore } from './contract.js'
import { bodyOf, id, inbox, message, octets } from './mail.js'

const list = async (store: Store): Promise<string> =>
  (await store.page({ selection: {}, order: 'oldest', limit: 500, total: false })).messages
    .map((one) => `${one.id}:${one.inboxes.join('+')}`)
    .join(' ')

describe.each(kinds)('removing and marking in $name', (kind) => {
  const bench = useStore(kind)
  const keep = (
    name: string,
    inboxes: readonly string[],
    recipients: readonly string[] = ['ada@example.com'],
  ) => bench.store.keep(message(name, { inboxes, recipients, size: 1 }), octets('x'))

  test('removing tells of every message once, in the order of places', async () => {
    await keep('m1', ['a'])
    await keep('m2', ['b'])
    await keep('m3', ['a', 'b'], ['x@a.test', 'y@b.test'])

    const { changes } = await bench.store.remove({ inbox: inbox('a') }, 'asked')

    expect(
      changes.map(({ seq, kind, messageId, inboxes, reason }) => [seq, kind, messageId, inboxes, reason]),
    ).toEqual([
      [4, 'deleted', 'm1', ['a'], 'asked'],
      [5, 'deleted', 'm3', ['a', 'b'], 'asked'],
    ])
    expect(bench.announced.slice(3)).toEqual(changes)
    const store = await bench.settled()
    expect(await list(store)).toBe('m2:b')
    expect(await store.message(id('m1'))).toBeUndefined()
    await expect(bodyOf(store, 'm3')).rejects.toMatchObject({ code: 'notFound' })
    expect((await store.inboxes()).map(({ name }) => name)).toEqual(['b'])
  })

  test('removing what is gone does nothing', async () => {
    await keep('m1', ['a'])
    await bench.store.remove({ ids: [id('m1')] }, 'asked')

    expect(await bench.store.remove({ ids: [id('m1'), id('nobody')] }, 'asked')).toEqual({ changes: [] })
    expect(await bench.store.remove({}, 'asked')).toEqual({ changes: [] })
  })

  test('large selections go in slices, each message once', async () => {
    const names = Array.from({ length: 1_203 }, (_, n) => `m${n}`)
    await Promise.all(names.map((name) => keep(name, ['a'])))

    const { changes } = await bench.store.remove({ inbox: inbox('a') }, 'asked')

    expect(new Set(changes.map(({ messageId }) => messageId)).size).toBe(1_203)
    expect(changes).toHaveLength(1_203)
    expect((await (await bench.settled()).stats()).messages).toBe(0)
  })

  test('a delivery goes with its last recipient, a message with its last delivery', async () => {
    await keep('m1', ['a', 'b'], ['Ada@a.test', 'bob@b.test', 'ada@a.test', 'carl@b.test'])
    const copy = (address: string) =>
      bench.store
        .removeCopies([{ of: 'recipient', id: id('m1'), address }])
        .then(({ changes }) => changes.map((change) => `${change.kind} ${change.inboxes.join('+')}`).join())

    expect(await copy('nobody@a.test')).toBe('')
    expect(await copy('bob@b.test')).toBe('changed a+b')
    expect(await copy('bob@b.test')).toBe('')
    expect((await bench.store.message(id('m1')))?.deliveries).toEqual([
      { inbox: 'a', routedBy: 'subdomain', recipients: [0, 2] },
      { inbox: 'b', routedBy: 'subdomain', recipients: [3] },
    ])
    expect(await copy('ADA@a.test')).toBe('changed a+b')
    expect(await list(await bench.settled())).toBe('m1:b')
    expect(await copy('carl@b.test')).toBe('deleted b')
    expect(await list(bench.store)).toBe('')
  })

  test('an inbox that goes takes its deliveries, and messages that lie nowhere else', async () => {
    await keep('m1', ['a'])
    await keep('m2', ['a', 'b'], ['x@a.test', 'y@b.test'])
    await keep('m3', ['b'])

    const { changes } = await bench.store.removeInbox(inbox('a'))

    expect(changes.map(({ kind, messageId, inboxes }) => [kind, messageId, inboxes])).toEqual([
      ['deleted', 'm1', ['a']],
      ['changed', 'm2', ['a', 'b']],
      ['inbox', undefined, ['a']],
    ])
    const store = await bench.settled()
    expect(await list(store)).toBe('m2:b m3:b')
    expect(await store.maildrop({ scope: 'address', address: 'x@a.test' }, '')).toEqual([])
    expect(await store.removeInbox(inbox('a'))).toEqual({ changes: [] })
  })

  test('an inbox of many messages goes whole', async () => {
    await Promise.all(Array.from({ length: 1_100 }, (_, n) => keep(`m${n}`, ['a'])))
    const { changes } = await bench.store.removeInbox(inbox('a'))

    expect(changes.filter(({ kind }) => kind === 'deleted')).toHaveLength(1_100)
    expect(changes.at(-1)?.kind).toBe('inbox')
    expect(await (await bench.settled()).inboxes()).toEqual([])
  })

  test('inboxes appear with mail or by being made, and count what they hold', async () => {
    await bench.store.putInbox({ name: inbox('made'), createdAt: 5, expiresAt: 9 })
    await bench.store.keep(message('m1', { inboxes: ['b'], receivedAt: 7 }), octets('x'))
    await bench.store.keep(
      message('m2', { inboxes: ['b', 'made'], recipients: ['x@b', 'y@m'], receivedAt: 8 }),
      octets('x'),
    )
    await bench.store.mark({ ids: [id('m1')] }, { read: true })

    const inboxes = await (await bench.settled()).inboxes()

    expect(inboxes).toEqual([
      { name: 'b', createdAt: expect.any(Number), messages: 2, unread: 1, newestAt: 8 },
      { name: 'made', createdAt: 5, expiresAt: 9, messages: 1, unread: 1, newestAt: 8 },
    ])
    await bench.store.remove({}, 'asked')
    expect((await bench.store.inboxes()).map(({ name, unread }) => [name, unread])).toEqual([['made', 0]])
  })

  test('marks change what they say, and only what changes is told of', async () => {
    await keep('m1', ['a'])
    await keep('m2', ['a'])
    await bench.store.mark({ ids: [id('m1')] }, { read: true, addTags: ['x', 'y'] })

    const { changes } = await bench.store.mark(
      { inbox: inbox('a') },
      { read: true, removeTags: ['y'], addTags: ['x'] },
    )

    expect(changes.map(({ kind, messageId }) => [kind, messageId])).toEqual([
      ['changed', 'm1'],
      ['changed', 'm2'],
    ])
    expect(await bench.store.mark({}, { read: true, addTags: ['x'] })).toEqual({ changes: [] })
    const store = await bench.settled()
    expect(await store.tags()).toEqual([{ name: 'x', messages: 2 }])
    expect((await store.message(id('m1')))?.summary).toMatchObject({ read: true, tags: ['x'] })
    expect((await store.stats()).unread).toBe(0)
  })

  test('maildrops show what their scope means, less what is hidden from them', async () => {
    await keep('m1', ['a'], ['Ada@a.test'])
    await keep('m2', ['b'], ['ada@A.test', 'bob@b.test'])
    await keep('m3', ['a'], ['bob@b.test'])
    await bench.store.hide('all/tester', [id('m2'), id('nobody')])
    await bench.store.hide('all/tester', [id('m2')])
    const store = await bench.settled()
    const ids = async (...args: Parameters<Store['maildrop']>): Promise<string> =>
      (await store.maildrop(...args)).map((entry) => entry.id).join(' ')

    expect(await store.maildrop({ scope: 'all' }, 'all')).toEqual([
      { id: 'm1', seq: 1, crlfSize: 3 },
      { id: 'm2', seq: 2, crlfSize: 3 },
      { id: 'm3', seq: 3, crlfSize: 3 },
    ])
    expect(await ids({ scope: 'all' }, 'all/tester')).toBe('m1 m3')
    expect(await ids({ scope: 'inbox', inbox: inbox('a') }, 'x')).toBe('m1 m3')
    expect(await ids({ scope: 'address', address: 'ada@a.TEST' }, 'x')).toBe('m1 m2')
    expect(await ids({ scope: 'address', address: 'nobody@a.test' }, 'x')).toBe('')
  })

  test('the order of changes can be read from any place', async () => {
    await keep('m1', ['a'])
    await keep('m2', ['a'])
    await bench.store.remove({ ids: [id('m1')] }, 'maxAge')
    await bench.store.putInbox({ name: inbox('c'), createdAt: 1 })
    const store = await bench.settled()

    const changes = await store.changesAfter(0, 100)

    expect(changes).toMatchObject([
      { seq: 1, kind: 'kept', messageId: 'm1', inboxes: ['a'] },
      { seq: 2, kind: 'kept', messageId: 'm2', inboxes: ['a'] },
      { seq: 3, kind: 'deleted', messageId: 'm1', inboxes: ['a'], reason: 'maxAge' },
      { seq: 4, kind: 'inbox', inboxes: ['c'] },
    ])
    expect(await store.changesAfter(1, 2)).toEqual(changes.slice(1, 3))
    expect(await store.changesAfter(4, 2)).toEqual([])
    expect(store.newestSeq).toBe(4)
  })

  test('places are never given twice, not even when everything was removed', async () => {
    await keep('m1', ['a'])
    await bench.store.remove({}, 'asked')
    const store = await bench.settled()

    const { changes } = await store.keep(message('m1', { size: 1 }), octets('y'))

    expect(changes[0]?.seq).toBe(3)
    expect(await bodyOf(store, 'm1')).toBe('y')
  })
})
