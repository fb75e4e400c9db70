import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldInboxName } from '#mailhold/mailroom/inbox-name.js'

test('a name that is an inbox name stays as it is', () => {
  expect(foldInboxName('w1')).toBe('w1')
  expect(foldInboxName('a--b-')).toBe('a--b-')
  expect(foldInboxName('x'.repeat(40))).toBe('x'.repeat(40))
})

test('case alone changes nothing else', () => {
  expect(foldInboxName('Team-A')).toBe('team-a')
})

test('a name changed by more than case gets six digits of its SHA-256', () => {
  // printf %s 'ada@example.com' | sha256sum
  expect(foldInboxName('ada@example.com')).toBe('ada-example-com-b5fc85')
  expect(foldInboxName('Ada@Example.com')).toBe('ada-example-com-b5fc85')
})

test('a long name is cut to forty characters and keeps its digits', () => {
  const folded = foldInboxName('x'.repeat(41))

  expect(folded).toMatch(/^x{33}-[0-9a-f]{6}$/)
  expect(folded).not.toBe(foldInboxName('x'.repeat(42)))
})

test('no name and the reserved name give default', () => {
  expect(foldInboxName('')).toBe('default')
  expect(foldInboxName('all')).toBe('default')
  expect(foldInboxName('ALL')).toBe('default')
})

test.each(['__proto__', '\0', '../../x', '日本', '\ud800', '@', ' ', 'İ'])(
  '%j becomes an inbox name',
  (name) => {
    expect(foldInboxName(name)).toMatch(/^[a-z0-9-]{1,40}$/)
  },
)

test('any name becomes an inbox name, and two names that differ by more than case never the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(foldInboxName(one)).toMatch(/^[a-z0-9-]{1,40}$/)
      const apart = one.toLowerCase() !== other.toLowerCase() && one !== '' && other !== ''
      if (apart) expect(foldInboxName(one)).not.toBe(foldInboxName(other))
    }),
  )
})
