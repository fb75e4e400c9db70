import { describe, expect, test } from 'vitest'
import { asKept } from '#mailhold/store/as-kept.js'
import { kinds, useStore } from './contract.js'
import { bodyOf, factsOf, id, message, octets } from './mail.js'

describe.each(kinds)('keeping mail in $name', (kind) => {
  const bench = useStore(kind)

  test('a kept message comes back whole', async () => {
    const sketch = {
      inboxes: ['w2', 'w1'],
      recipients: ['ada@w1.test', 'Bob Q@w2.test', 'ada@w1.test'],
      tags: ['later', 'invoice'],
      facts: {
        date: 86_400_000,
        messageId: '1@example.com',
        bcc: [{ name: 'Carl', address: 'carl@example.com' }],
      },
    }
    const kept = message('m1', sketch)

    await bench.store.keep(kept, octets('Subject: x'))
    const found = await (await bench.settled()).message(id('m1'))

    expect(found).toEqual({
      summary: {
        id: 'm1',
        seq: 1,
        inboxes: ['w1', 'w2'],
        from: { name: 'Shop', address: 'shop@example.com' },
        to: [{ name: 'Ada', address: 'ada@example.com' }],
        cc: [],
        bcc: [
          { name: 'Carl', address: 'carl@example.com' },
          { name: '', address: 'ada@w1.test' },
          { name: '', address: 'Bob Q@w2.test' },
        ],
        replyTo: [],
        envelope: { from: 'shop@example.com', to: ['ada@w1.test', 'Bob Q@w2.test', 'ada@w1.test'] },
        subject: 'Your order',
        snippet: 'Thank you for your order.',
        date: 86_400_000,
        receivedAt: kept.receivedAt,
        size: 10,
        attachmentCount: 0,
        problemCount: 0,
        read: false,
        tags: ['invoice', 'later'],
      },
      envelope: kept.envelope,
      deliveries: [
        { inbox: 'w1', routedBy: 'subdomain', recipients: [1] },
        { inbox: 'w2', routedBy: 'subdomain', recipients: [0, 2] },
      ],
      origin: kept.origin,
      crlfSize: 12,
      sha256: kept.sha256,
      facts: factsOf(sketch),
    })
  })

  test('what is made of a message at its commit is what is read back', async () => {
    const sketch = {
      inboxes: ['w2', 'w1', 'a'],
      recipients: ['ada@w1.test', 'Bob Q@w2.test', 'ada@w1.test', 'ç@a.test'],
      tags: ['later', 'invoice'],
      facts: {
        subject: 'Ünïcode 🙂',
        snippet: '🙂',
        date: -1,
        bcc: [{ name: 'Carl', address: 'c@example.com' }],
      },
    }
    const kept = message('m1', sketch)

    const given = structuredClone(kept)

    const { changes } = await bench.store.keep(kept, octets('Subject: x'))

    expect(asKept(given, changes[0]?.seq ?? 0)).toEqual(await (await bench.settled()).message(id('m1')))
  })

  test('a summary in a list is that of the whole message', async () => {
    await bench.store.keep(message('m1', { tags: ['a'] }), octets('x'))
    const store = await bench.settled()

    const { messages } = await store.page({ selection: {}, order: 'newest', limit: 1, total: false })

    expect(messages).toEqual([(await store.message(id('m1')))?.summary])
  })

  test('octets come back as they were, whole and in part', async () => {
    const all = Uint8Array.from({ length: 700_000 }, (_, n) => (n * n) % 251)
    const text = Buffer.from(all).toString('latin1')
    await bench.store.keep(message('m1', { size: all.length }), all)
    const store = await bench.settled()

    expect(await bodyOf(store, 'm1')).toBe(text)
    expect(await bodyOf(store, 'm1', 262_143, 262_146)).toBe(text.slice(262_143, 262_146))
    expect(await bodyOf(store, 'm1', 699_999, 900_000)).toBe(text.slice(699_999))
    expect(await bodyOf(store, 'm1', 10, 10)).toBe('')
    expect(await bodyOf(store, 'm1', 700_000, 700_001)).toBe('')
  })

  test('octets that share their buffer with others are kept alone', async () => {
    const shared = octets('before the message after')

    await bench.store.keep(message('m1', { size: 11 }), shared.subarray(7, 18))

    expect(await bodyOf(await bench.settled(), 'm1')).toBe('the message')
    expect(shared.byteLength).toBe(24)
  })

  test('an empty message is a message', async () => {
    await bench.store.keep(message('m1', { size: 0 }), octets(''))
    const body = bench.store.openBody()
    await bench.store.keep(message('m2', { size: 0 }), body)

    const store = await bench.settled()
    expect([await bodyOf(store, 'm1'), await bodyOf(store, 'm2')]).toEqual(['', ''])
  })

  test('removing an empty message takes nothing of the one that came next', async () => {
    await bench.store.keep(message('empty', { size: 0 }), octets(''))
    await bench.settled()
    await bench.store.keep(message('next', { size: 4 }), octets('next'))
    await bench.store.remove({ ids: [id('empty')] }, 'asked')

    const store = await bench.settled()
    await store.probe()
    expect(await bodyOf(store, 'next')).toBe('next')
  })

  test('a message that is not there is undefined, and its octets are notFound', async () => {
    expect(await bench.store.message(id('nobody'))).toBeUndefined()
    expect(await bench.store.messages([id('nobody')])).toEqual([])
    await expect(bodyOf(bench.store, 'nobody')).rejects.toMatchObject({ code: 'notFound' })
  })

  test('several messages come in the order in which they were asked for', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `m${n}`)
    await Promise.all(names.map((name) => bench.store.keep(message(name), octets('x'))))
    const backwards = names.toReversed()

    const found = await (await bench.settled()).messages(backwards.map(id))

    expect(found.map(({ summary }) => summary.id)).toEqual(backwards)
  })

  test('an id is taken once, and the rest of the group is kept', async () => {
    await bench.store.keep(message('taken', { size: 5 }), octets('first'))
    const names = Array.from({ length: 20 }, (_, n) => (n === 7 ? 'taken' : `m${n}`))

    const outcomes = await Promise.allSettled(
      names.map((name) => bench.store.keep(message(name, { size: name.length }), octets(name))),
    )

    expect(outcomes.map(({ status }) => status)).toEqual(
      names.map((_, n) => (n === 7 ? 'rejected' : 'fulfilled')),
    )
    const store = await bench.settled()
    expect((await store.stats()).messages).toBe(20)
    expect(await bodyOf(store, 'taken')).toBe('first')
    expect(await bodyOf(store, 'm19')).toBe('m19')
  })

  test('a refused message leaves no gap in the order and is never announced', async () => {
    await bench.store.keep(message('m1'), octets('x'))
    await bench.store.keep(message('m1'), octets('x')).catch(() => {})
    await bench.store.keep(message('m2'), octets('x'))

    expect(bench.announced.map(({ seq, messageId }) => [seq, messageId])).toEqual([
      [1, 'm1'],
      [2, 'm2'],
    ])
  })

  test('changes are announced in the order of commits, before the promises resolve', async () => {
    const resolved: (string | undefined)[] = []
    const names = Array.from({ length: 50 }, (_, n) => `m${n}`)

    await Promise.all(
      names.map(async (name) => {
        const { changes } = await bench.store.keep(message(name), octets('x'))
        const [change] = changes
        expect(bench.announced).toContainEqual(change)
        expect(bench.store.newestSeq).toBeGreaterThanOrEqual(change?.seq ?? Number.POSITIVE_INFINITY)
        resolved.push(change?.messageId)
      }),
    )

    expect(bench.announced.map(({ seq }) => seq)).toEqual(names.map((_, n) => n + 1))
    expect(bench.announced.map(({ messageId }) => messageId)).toEqual(resolved)
  })

  test('what was kept is seen by every read that starts afterwards', async () => {
    for (let n = 0; n < 20; n++) {
      await bench.store.keep(message(`m${n}`), octets('x'))

      const page = await bench.store.page({ selection: {}, order: 'newest', limit: 1, total: true })
      expect([page.messages[0]?.id, page.total, page.newestSeq]).toEqual([`m${n}`, n + 1, n + 1])
    }
  })

  test('names like __proto__, NUL and lone surrogates do no harm', async () => {
    const odd = '__proto__ \0 \ud800 "quoted" OR NEAR('
    const kept = message('m1', {
      recipients: [odd],
      tags: ['__proto__'],
      facts: { subject: odd, headers: [{ name: '__proto__', value: odd, raw: odd }], visibleText: odd },
    })
    await bench.store.keep(kept, octets('x'))

    const found = await (await bench.settled()).message(id('m1'))

    expect(found?.facts.headers[0]?.name).toBe('__proto__')
    expect(found?.facts.subject).toBe(odd)
    expect(found?.summary.tags).toEqual(['__proto__'])
    expect(found?.envelope.to[0]?.address.startsWith('__proto__')).toBe(true)
  })
})
