import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesOf } from '#mailhold/cli/sendmail/addresses.js'

describe('the addresses of a header field', () => {
  it.each([
    ['ada@example.com', ['ada@example.com']],
    ['Ada <ada@example.com>, bob@example.com', ['ada@example.com', 'bob@example.com']],
    ['"Byron, Ada" <ada@example.com>', ['ada@example.com']],
    ['"a \\" , <b>" <ada@example.com>', ['ada@example.com']],
    ['"odd, one"@example.com', ['"odd, one"@example.com']],
    [
      'team: ada@example.com, Bob <bob@example.com>;, cy@example.com',
      ['ada@example.com', 'bob@example.com', 'cy@example.com'],
    ],
    ['undisclosed-recipients:;', []],
    ['ada@example.com (the (first) one, <x@y>)', ['ada@example.com']],
    ['Ada\r\n <ada@example.com>', ['ada@example.com']],
    ['<@relay.example:ada@example.com>', ['ada@example.com']],
    ['<ada@[IPv6:::1]>', ['ada@[IPv6:::1]']],
    ['Ünal <ünal@example.com>', ['ünal@example.com']],
    ['', []],
    [' , ,', []],
  ])('of %j are %j', (field, addresses) => {
    expect(addressesOf(field)).toEqual(addresses)
  })

  it('are found in any text without failing, and in a megabyte of openings without delay', () => {
    fc.assert(fc.property(fc.string(), (field) => Array.isArray(addressesOf(field))))
    for (const trap of ['(', '"', '<', '\\', '"\\', ',']) addressesOf(trap.repeat(1_000_000))
  }, 4000)
})
