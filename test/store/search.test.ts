import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition, Expression } from '#mailhold/query/syntax.js'
import type { Store } from '#mailhold/store/store.js'
import { kinds, useStore } from './contract.js'
import { inbox, message, octets } from './mail.js'

const is = (condition: Condition): Expression => ({ kind: 'is', condition })
const not = (operand: Expression): Expression => ({ kind: 'not', operand })
const or = (...operands: Expression[]): Expression => ({ kind: 'or', operands })
const and = (...operands: Expression[]): Expression => ({ kind: 'and', operands })
const words = (field: 'text' | 'subject' | 'body' | 'filename', text: string, prefix = false): Expression =>
  is({ field, words: text, prefix })
type AddressField = 'from' | 'to' | 'cc' | 'bcc' | 'recipient'
const exact = (field: AddressField, address: string): Expression =>
  is({ field, pattern: { form: 'exact', address } })
const domain = (field: AddressField, name: string): Expression =>
  is({ field, pattern: { form: 'domain', domain: name } })
const glob = (field: AddressField, text: string): Expression =>
  is({ field, pattern: { form: 'glob', glob: text } })
const header = (name: string, value?: string): Expression => is({ field: 'header', name, value })

const found = async (store: Store, query: Expression): Promise<string> => {
  const page = await store.page({ selection: { query }, order: 'oldest', limit: 500, total: true })
  expect(page.total).toBe(page.messages.length)
  return page.messages.map((one) => one.id).join(' ')
}

async function fill(store: Store): Promise<void> {
  const attachments = [{ part: '2', filename: 'Rechnung März.pdf', contentType: 'application/pdf', size: 10 }]
  await store.keep(
    message('order', {
      inboxes: ['w1'],
      recipients: ['Ada@Example.com', 'hidden@secret.test'],
      size: 1_000,
      receivedAt: 1_000,
      facts: {
        subject: 'Your order 4711',
        visibleText: 'Straße, café and the quick brown fox',
        messageId: 'Abc@example.com',
        attachments: attachments as never,
        headers: [
          { name: 'Subject', value: 'Your order 4711', raw: '' },
          { name: 'X-Campaign', value: 'Spring Sale 100%', raw: '' },
        ],
      },
    }),
    octets('x'),
  )
  await store.keep(
    message('reset', {
      inboxes: ['w1', 'w2'],
      recipients: ['bob.q+tag@mail.example.org', 'bob@w2.test'],
      size: 5_000,
      receivedAt: 2_000,
      tags: ['later'],
      facts: {
        subject: 'Reset your password',
        visibleText: '東京タワーへようこそ brown quick',
        from: [{ name: 'Security Team', address: 'no-reply@bank.example' }],
        to: [{ name: 'Bob', address: 'Bob.Q+tag@mail.example.org' }],
        cc: [{ name: '', address: 'audit@bank.example' }],
        headers: [{ name: 'x-campaign', value: 'winter', raw: '' }],
      },
    }),
    octets('x'),
  )
}

const searches: [Expression, string][] = [
  [words('text', 'order'), 'order'],
  [words('text', 'ORDER 4711'), 'order'],
  [words('text', '4711 order'), ''],
  [words('text', 'quick brown'), 'order'],
  [words('text', 'cafe'), 'order'],
  [words('text', 'strasse'), ''],
  [words('text', 'straße'), 'order'],
  [words('text', 'marz'), 'order'],
  [words('text', 'security'), 'reset'],
  [words('text', 'bank.example'), 'reset'],
  [words('text', 'hidden'), 'order'],
  [words('text', '京タ'), 'reset'],
  [words('text', 'pass', true), 'reset'],
  [words('text', 'pass'), ''],
  [words('text', 'your pass', true), 'reset'],
  [words('text', '"order" OR *'), ''],
  [words('text', '!!!'), ''],
  [not(words('text', '!!!')), 'order reset'],
  [words('subject', 'fox'), ''],
  [words('body', 'fox'), 'order'],
  [words('filename', 'rechnung'), 'order'],
  [words('filename', 'pdf'), 'order'],
  [exact('recipient', 'ada@example.COM'), 'order'],
  [exact('to', 'hidden@secret.test'), ''],
  [exact('bcc', 'hidden@secret.test'), 'order'],
  [exact('bcc', 'bob@w2.test'), 'reset'],
  [exact('from', 'no-reply@bank.example'), 'reset'],
  [exact('cc', 'audit@bank.example'), 'reset'],
  [domain('to', 'EXAMPLE.com'), 'order'],
  [domain('to', 'example.org'), ''],
  [domain('recipient', 'w2.test'), 'reset'],
  [glob('recipient', '*@example.com'), 'order'],
  [glob('to', 'bob*@mail.*'), 'reset'],
  [glob('to', '*+TAG@*'), 'reset'],
  [glob('to', '*q+ta*'), 'reset'],
  [glob('to', 'ob*'), ''],
  [glob('from', '*'), 'order reset'],
  [glob('cc', '*'), 'reset'],
  [not(glob('cc', '*')), 'order'],
  [header('X-Campaign'), 'order reset'],
  [header('x-campaign', 'SALE 100%'), 'order'],
  [header('x-campaign', 'inte'), 'reset'],
  [header('x-other'), ''],
  [not(header('x-campaign', 'winter')), 'order'],
  [is({ field: 'messageId', id: 'Abc@example.com' }), 'order'],
  [is({ field: 'messageId', id: 'abc@example.com' }), ''],
  [is({ field: 'inbox', name: 'w2' }), 'reset'],
  [not(is({ field: 'inbox', name: 'w2' })), 'order'],
  [is({ field: 'tag', name: 'later' }), 'reset'],
  [is({ field: 'has', thing: 'attachment' }), 'order'],
  [is({ field: 'is', read: true }), ''],
  [is({ field: 'is', read: false }), 'order reset'],
  [is({ field: 'larger', octets: 1_000 }), 'reset'],
  [is({ field: 'larger', octets: 999 }), 'order reset'],
  [is({ field: 'smaller', octets: 5_000 }), 'order'],
  [is({ field: 'smaller', octets: 0 }), ''],
  [is({ field: 'after', place: { time: 1_000 } }), 'reset'],
  [is({ field: 'before', place: { seq: 2 } }), 'order'],
  [not(is({ field: 'before', place: { seq: 2 } })), 'reset'],
  [and(), 'order reset'],
  [or(), ''],
  [and(words('text', 'brown'), words('text', 'quick'), not(words('text', 'fox'))), 'reset'],
  [or(words('text', 'fox'), is({ field: 'tag', name: 'later' })), 'order reset'],
  [not(or(words('text', 'fox'), is({ field: 'tag', name: 'nothing' }))), 'reset'],
  [
    and(or(header('x-campaign', 'winter'), words('text', 'nothing')), not(is({ field: 'is', read: true }))),
    'reset',
  ],
  [not(not(words('text', 'fox'))), 'order'],
]

describe.each(kinds)('search in $name', (kind) => {
  const bench = useStore(kind)

  test('every field finds what it means, and its negation the rest', async () => {
    await fill(bench.store)
    const store = await bench.settled()

    for (const [query, expected] of searches) {
      expect([query, await found(store, query)]).toEqual([query, expected])
      const rest = ['order', 'reset'].filter((name) => !expected.split(' ').includes(name)).join(' ')
      expect([not(query), await found(store, not(query))]).toEqual([not(query), rest])
    }
  })

  test('a search within an inbox stays there, also after a delivery went', async () => {
    await fill(bench.store)
    await bench.store.removeCopies([{ of: 'inbox', id: 'reset' as never, inbox: inbox('w1') }])
    const store = await bench.settled()
    const within = async (name: string): Promise<string[]> =>
      (
        await store.page({
          selection: { inbox: inbox(name), query: words('text', 'your') },
          order: 'newest',
          limit: 10,
          total: false,
        })
      ).messages.map((one) => one.id)

    expect(await within('w1')).toEqual(['order'])
    expect(await within('w2')).toEqual(['reset'])
  })

  test('removed mail is found no more', async () => {
    await fill(bench.store)
    await bench.store.remove({ query: words('text', 'fox') }, 'asked')

    const store = await bench.settled()
    expect(await found(store, words('text', 'quick'))).toBe('reset')
    expect(await found(store, not(words('text', 'password')))).toBe('')
  })
})

describe('search of anything', () => {
  const [kind] = kinds
  if (!kind) throw new Error('there is a kind of store')
  const bench = useStore(kind)

  test('no text is taken for the language of the index, or for SQL', async () => {
    await fill(bench.store)
    const field = fc.constantFrom('text' as const, 'subject' as const, 'body' as const, 'filename' as const)
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'"\'*():^{}+-\0 aNEAR') }),
    )

    await fc.assert(
      fc.asyncProperty(field, odd, fc.boolean(), async (name, text, prefix) => {
        const query = words(name, text, prefix)
        const there = await found(bench.store, query)
        const rest = await found(bench.store, not(query))
        expect([there, rest].join(' ').trim().split(/ +/).sort()).toEqual(['order', 'reset'])
      }),
      { numRuns: 150 },
    )
  })

  test('an address pattern finds what a plain comparison finds', async () => {
    const letters = fc.constantFrom('a', 'b', '@', '.', '-', '%', '[', 'ä', '"')
    const address = fc.string({ unit: letters, maxLength: 6 })
    const pattern = fc.string({ unit: fc.oneof(letters, fc.constant('*')), maxLength: 5 })
    let n = 0
    await fc.assert(
      fc.asyncProperty(address, pattern, async (text, asked) => {
        const name = `g${n++}`
        await bench.store.keep(message(name, { facts: { to: [{ name: '', address: text }] } }), octets('x'))
        const escaped = asked.replace(/[.[\]"%-]/g, '\\$&').replaceAll('*', '.*')
        const expected = new RegExp(`^${escaped}$`, 's').test(text)

        const ids = (await found(bench.store, glob('to', asked))).split(' ')

        expect(ids.includes(name)).toBe(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('where every message costs much, a page goes on beyond what one statement looks at', async () => {
    await Promise.all(
      Array.from({ length: 9_000 }, (_, n) =>
        bench.store.keep(
          message(`h${n}`, { facts: { headers: [{ name: 'X-N', value: `=${n}=`, raw: '' }] } }),
          octets('x'),
        ),
      ),
    )
    const at = async (value: string, order: 'newest' | 'oldest'): Promise<string[]> =>
      (
        await bench.store.page({ selection: { query: header('X-N', value) }, order, limit: 5, total: false })
      ).messages.map((one) => one.id)

    expect(await at('=3=', 'newest')).toEqual(['h3'])
    expect(await at('=8997=', 'oldest')).toEqual(['h8997'])
    expect(await bench.store.count({ query: header('X-N', '=1') })).toBe(1_111)
  }, 60_000)
})
