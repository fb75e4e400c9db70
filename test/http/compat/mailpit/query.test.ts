// The small grammar of Mailpit's searches: what is a term, a size, a date.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '#mailhold/http/compat/mailpit/date.js'
import { parseQuery } from '#mailhold/http/compat/mailpit/query.js'
import { parseSize } from '#mailhold/http/compat/mailpit/size.js'

describe('a query', () => {
  test('is cut at blanks that stand in no quotes', () => {
    const { terms, ignored } = parseQuery('  a "b c"  subject:"d e" -f "g', '')

    expect(terms.map(({ not }) => not)).toEqual([false, false, false, true, false])
    expect(ignored).toEqual([])
  })

  test.each(['-', '!', '***', 'subject:', 'before:soon', 'tag:""', '…'])('has nothing in %s', (query) => {
    expect(parseQuery(query, '')).toEqual({ terms: [], ignored: [query.replaceAll('"', '')] })
  })

  test.each([
    ['ada@example.com', true],
    ['a@.b.c', true],
    ['a@b..', true],
    ['a@..', false],
    ['a@.b', false],
    ['a@b.', false],
    ['a@bc', false],
    ['a@b@c.d', false],
  ])('is a matter for the index in from:%s: %s', (address, isIndexed) => {
    const [term] = parseQuery(`from:${address}`, '').terms

    expect(term?.narrows !== undefined).toBe(isIndexed)
  })

  test('of many dots is read at once', () => {
    const began = performance.now()
    parseQuery(`from:a@${'.'.repeat(100_000)}@`, '')

    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('of any text can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (query, zone) => {
        const { terms, ignored } = parseQuery(query, zone)
        expect(terms.length + ignored.length).toBeLessThanOrEqual(query.length)
      }),
    )
  })
})

describe('a date', () => {
  test.each([
    ['2026-08-01', '', '2026-08-01T00:00:00Z'],
    ['2026/8/1', '', '2026-08-01T00:00:00Z'],
    ['2026-08-01 12:30', '', '2026-08-01T12:30:00Z'],
    ['2026-08-01t12:30:15', 'Pacific/Auckland', '2026-08-01T00:30:15Z'],
    ['2026-01-01', 'Pacific/Auckland', '2025-12-31T11:00:00Z'],
    ['2026-03-29 12:00', 'Europe/Berlin', '2026-03-29T10:00:00Z'],
    ['2026-08-01', 'No/Where', '2026-08-01T00:00:00Z'],
    ['2026-08-01T12:00:00+02:00', 'Asia/Tokyo', '2026-08-01T10:00:00Z'],
    ['sat, 01 aug 2026 12:00:00 gmt', '', '2026-08-01T12:00:00Z'],
  ])('%s in "%s" is %s', (text, zone, expected) => {
    expect(parseDate(text, zone)).toBe(Date.parse(expected))
  })

  test.each(['soon', '2026-02-30', '2026-13-01', ''])('is not %s', (text) => {
    expect(parseDate(text, '')).toBeUndefined()
  })
})

test.each([
  ['100', 100],
  ['2k', 2048],
  ['1.5MB', 1_572_864],
  ['4 kb', 4096],
  ['big', 0],
  ['1g', 0],
])('%s is %i octets', (text, octets) => {
  expect(parseSize(text)).toBe(octets)
})
