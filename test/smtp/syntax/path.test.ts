import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePathArgument } from '#mailhold/smtp/syntax/path.js'

const rcpt = (argument: string) => parsePathArgument('TO', argument)
const plain = (address: string, raw = address) => ({ address, raw, parameters: [] })

describe('any address is taken as it is written', () => {
  test.each([
    ['TO:<bob@example.com>', plain('bob@example.com')],
    ['to:<Bob@Example.COM>', plain('Bob@Example.COM')],
    ['TO: <bob@example.com>', plain('bob@example.com')],
    ['TO :<bob@example.com>', plain('bob@example.com')],
    ['TO:bob@example.com', plain('bob@example.com')],
    ['TO:<"bob builder"@example.com>', plain('"bob builder"@example.com')],
    ['TO:<"a>b"@example.com>', plain('"a>b"@example.com')],
    ['TO:<"a\\">b"@example.com>', plain('"a\\">b"@example.com')],
    ['TO:<"never closed@example.com>', plain('"never closed@example.com')],
    ['TO:<a..b@example.com>', plain('a..b@example.com')],
    ['TO:<.a.@example.com>', plain('.a.@example.com')],
    ['TO:<a@under_score.example>', plain('a@under_score.example')],
    ['TO:<postmaster>', plain('postmaster')],
    ['TO:<no domain at all>', plain('no domain at all')],
    [
      'TO:<@relay.example,@other.example:bob@example.com>',
      plain('bob@example.com', '@relay.example,@other.example:bob@example.com'),
    ],
    ['TO:< bob@example.com\t>', plain('bob@example.com', ' bob@example.com\t')],
    ['TO:< @relay.example: bob@example.com >', plain('bob@example.com', ' @relay.example: bob@example.com ')],
    ['TO:< >', plain('', ' ')],
    ['TO:<jürgen@bücher.example>', plain('jürgen@bücher.example')],
    ['TO:<a@[IPv6:::1]>', plain('a@[IPv6:::1]')],
    ['TO:<a@b@c>', plain('a@b@c')],
    ['TO:<>', plain('')],
    ['TO:<__proto__>', plain('__proto__')],
  ])('%s', (argument, expected) => {
    expect(rcpt(argument)).toEqual(expected)
  })
})

test('parameters keep their order and their values', () => {
  expect(parsePathArgument('FROM', 'FROM:<a@b> SIZE=12 smtputf8\tENVID=a=b  AUTH=<>')).toEqual({
    address: 'a@b',
    raw: 'a@b',
    parameters: [
      { name: 'SIZE', value: '12' },
      { name: 'SMTPUTF8' },
      { name: 'ENVID', value: 'a=b' },
      { name: 'AUTH', value: '<>' },
    ],
  })
})

describe('what cannot be understood is a mistake', () => {
  test.each([
    ['', 'TO:<address> is missing'],
    ['<bob@example.com>', 'TO:<address> is missing'],
    ['FROM:<bob@example.com>', 'TO:<address> is missing'],
    ['TO:', 'the address is missing'],
    ['TO:   ', 'the address is missing'],
    ['TO:<bob@example.com', '> is missing after the address'],
    ['TO:<bob@example.com>NOTIFY=NEVER', 'a blank is missing after >'],
    ['TO:<bob@example.com> =x', '"=x" is not a parameter'],
    ['TO:Bob <bob@example.com>', '"<bob@example.com>" is not a parameter'],
  ])('%s', (argument, mistake) => {
    expect(rcpt(argument)).toEqual({ mistake })
  })
})

test('whatever stands between brackets comes back unchanged', () => {
  const inner = fc.string({ unit: 'grapheme' }).filter((text) => !/[<>"]/.test(text))
  fc.assert(
    fc.property(inner, (raw) => {
      expect(rcpt(`TO:<${raw}> NOTIFY=NEVER`)).toMatchObject({
        raw,
        parameters: [{ name: 'NOTIFY', value: 'NEVER' }],
      })
    }),
  )
})

test('a line of nothing but brackets and quotes takes no time', () => {
  const started = performance.now()

  for (const piece of ['<', '"', '\\', '<"', '@a:', '@a,', ' x=']) rcpt(`TO:<${piece.repeat(100_000)}`)

  expect(performance.now() - started).toBeLessThan(1_000)
})
