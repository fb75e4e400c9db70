import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn } from '#mailhold/http/inject/address-list.js'

describe('the addresses in a list', () => {
  it.each([
    ['ada@example.com', ['ada@example.com']],
    ['Ada <ada@example.com>', ['ada@example.com']],
    ['"Ada, \\"L\\" <x@y>" <ada@example.com>, bob@example.com', ['ada@example.com', 'bob@example.com']],
    ['ada@example.com (Ada, (the) first), <bob@example.com>', ['ada@example.com', 'bob@example.com']],
    [
      'team: ada@example.com, Bob <bob@example.com>; eve@example.com',
      ['ada@example.com', 'bob@example.com', 'eve@example.com'],
    ],
    ['undisclosed-recipients:;', []],
    ['<@relay.test,@b.test:ada@example.com>', ['ada@example.com']],
    ['"a b"@example.com', ['"a b"@example.com']],
    ['<"a>b"@example.com>', ['"a>b"@example.com']],
    ['Ada ada@example.com', ['ada@example.com']],
    ['root', ['root']],
    ['Ada Lovelace', []],
    ['<ada@example.com', ['ada@example.com']],
    ['"never closed, x@y.test', ['x@y.test']],
    ['(never closed', []],
    ['<b@x.test\r\nX: 1>, <"a\0"@x.test>, b@x\x7f.test, c@x.test', ['c@x.test']],
    ['Ada\r\n\tada@example.com', ['ada@example.com']],
    [' , ;; ', []],
    ['', []],
  ])('%j are %j', (text, expected) => {
    expect(addressesIn(text)).toEqual(expected)
  })

  it('are those that were written in, whatever their names', () => {
    const name = fc.string().map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
    const address = fc.stringMatching(/^[a-z.]{1,8}@[a-z]{1,8}\.test$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(name, address)), (people) => {
        const list = people.map(([called, at]) => `${called} <${at}>`).join(', ')
        expect(addressesIn(list)).toEqual(people.map(([, at]) => at))
      }),
    )
  })

  it.each(['(', '"', '<', 'a:', '\\"', 'a@', ',', '" ', '<a>', 'a ', '()'])(
    'of many %j are found in no time',
    (piece) => {
      const started = performance.now()

      addressesIn(piece.repeat(1_000_000))

      expect(performance.now() - started).toBeLessThan(2_000)
    },
  )
})
