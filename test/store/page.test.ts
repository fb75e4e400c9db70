import { describe, expect, test } from 'vitest'
import type { PageRequest, Selection, Store } from '#mailhold/store/store.js'
import { kinds, useStore } from './contract.js'
import { id, inbox, message, octets } from './mail.js'

/** Ids of all pages, one text per page. */
async function pages(store: Store, request: Omit<PageRequest, 'beyond'>): Promise<string[]> {
  const found: string[] = []
  let beyond: number | undefined
  do {
    const page = await store.page({ ...request, ...(beyond !== undefined && { beyond }) })
    found.push(page.messages.map((one) => one.id).join(' '))
    beyond = page.next
  } while (beyond !== undefined)
  return found
}

const all = { selection: {}, total: false } as const

describe.each(kinds)('pages of $name', (kind) => {
  const bench = useStore(kind)

  const fill = async (count: number): Promise<Store> => {
    for (let n = 1; n <= count; n++) {
      await bench.store.keep(
        message(`m${n}`, { inboxes: [n % 2 ? 'odd' : 'even'], receivedAt: n * 1_000 }),
        octets('x'),
      )
    }
    return bench.settled()
  }

  test('an empty store has one empty page', async () => {
    const page = await bench.store.page({ selection: {}, order: 'newest', limit: 50, total: true })

    expect(page).toEqual({ messages: [], newestSeq: 0, total: 0 })
  })

  test('pages follow each other in both orders without gap or repetition', async () => {
    const store = await fill(5)

    expect(await pages(store, { ...all, order: 'newest', limit: 2 })).toEqual(['m5 m4', 'm3 m2', 'm1'])
    expect(await pages(store, { ...all, order: 'oldest', limit: 2 })).toEqual(['m1 m2', 'm3 m4', 'm5'])
    expect(await pages(store, { ...all, order: 'oldest', limit: 5 })).toEqual(['m1 m2 m3 m4 m5'])
  })

  test.each(['newest', 'oldest'] as const)(
    'a page of whole messages, %s first, is the same page',
    async (order) => {
      const store = await fill(5)
      const request = { ...all, order, limit: 2, total: true, beyond: 3 }

      const { messages, ...rest } = await store.wholePage(request)

      const page = await store.page(request)
      expect({ ...rest, messages: messages.map(({ summary }) => summary) }).toEqual(page)
      expect(messages).toEqual(await store.messages(page.messages.map((one) => one.id)))
    },
  )

  test('octets come with whole messages that are short and few', async () => {
    const store = await fill(4)
    const octetsIn = async (limit: number) => {
      const { messages } = await store.wholePage({ ...all, order: 'newest', limit, octets: true })
      return messages.map((one) => one.octets && Buffer.from(one.octets).toString())
    }
    await store.keep(message('large', { size: 20_000 }), octets('y'.repeat(20_000)))
    await store.keep(message('small', { size: 5 }), octets('small'))

    expect(await octetsIn(2)).toEqual(['small', undefined])
    expect(await octetsIn(5)).toEqual(Array.from({ length: 5 }))
    const { messages } = await store.wholePage({ ...all, order: 'newest', limit: 2 })
    expect(messages.map((one) => one.octets)).toEqual([undefined, undefined])
  })

  test('mail that comes between two pages moves nothing', async () => {
    const store = await fill(4)
    const first = await store.page({ ...all, order: 'newest', limit: 2 })
    await store.keep(message('new'), octets('x'))

    const second = await store.page({ ...all, order: 'newest', limit: 2, beyond: first.next ?? -1 })

    expect(second.messages.map((one) => one.id)).toEqual(['m2', 'm1'])
    expect(second.newestSeq).toBe(5)
  })

  const selections: [string, Selection, string][] = [
    ['an inbox', { inbox: inbox('odd') }, 'm1 m3 m5'],
    ['ids, known or not', { ids: [id('m4'), id('nobody'), id('m2')] }, 'm2 m4'],
    ['ids within an inbox', { ids: [id('m4'), id('m3')], inbox: inbox('odd') }, 'm3'],
    ['no ids', { ids: [] }, ''],
    ['after a place', { after: { seq: 3 } }, 'm4 m5'],
    ['before a place', { before: { seq: 3 } }, 'm1 m2'],
    ['after a time', { after: { time: 3_000 } }, 'm4 m5'],
    ['before a time', { before: { time: 3_000 } }, 'm1 m2'],
    [
      'between times in an inbox',
      { inbox: inbox('odd'), after: { time: 1_000 }, before: { time: 5_000 } },
      'm3',
    ],
    ['an inbox that is not there', { inbox: inbox('nobody') }, ''],
  ]

  test('a selection takes what all of its members mean', async () => {
    const store = await fill(5)

    for (const [name, selection, expected] of selections) {
      const found = await pages(store, { selection, order: 'oldest', limit: 2, total: false })
      expect([name, found.filter((page) => page !== '').join(' ')]).toEqual([name, expected])
      const count = expected === '' ? 0 : expected.split(' ').length
      expect([name, await store.count(selection)]).toEqual([name, count])
    }
  })

  test('a hostile list of addresses is cut in lists and whole in the message', async () => {
    const to = Array.from({ length: 20_000 }, (_, n) => ({ name: '', address: `user${n}@example.com` }))
    await bench.store.keep(message('m1', { facts: { to } }), octets('x'))
    const store = await bench.settled()

    const { messages } = await store.page({ ...all, order: 'newest', limit: 1 })

    expect(messages[0]?.to).toHaveLength(200)
    expect((await store.message(id('m1')))?.summary.to).toHaveLength(20_000)
  })
})
