import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asInboxName, freshName, workerNumber } from '#mailhold/client/inbox/name.js'
import { foldInboxName } from '#mailhold/mailroom/inbox-name.js'

it.each([
  [{ VITEST_POOL_ID: '3' }, '3'],
  [{ JEST_WORKER_ID: '2' }, '2'],
  [{ TEST_PARALLEL_INDEX: '0' }, '0'],
  [{ VITEST_POOL_ID: 'x.y' }, '0'],
  [{}, '0'],
])('the worker of %o is %s', (environment, number) => {
  expect(workerNumber(environment)).toBe(number)
})

it('a fresh name is an inbox name as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const name = freshName(random, '12')
      expect(name).toMatch(/^w12-.{8}$/)
      expect(foldInboxName(name)).toBe(name)
    }),
  )
})

it.each([
  [
    'My Inbox',
    'the name of an inbox is 1 to 40 of a to z, 0 to 9 and -, got "My Inbox"; without a name it is a fresh one',
  ],
  ['', 'got ""'],
  ['x'.repeat(41), 'the name of an inbox'],
  ['All', '"all" is no inbox: the client itself looks at all mail'],
])('%j is no name of an inbox', (name, sentence) => {
  expect(() => asInboxName(name)).toThrow(sentence)
})

it('a name may be in capitals', () => {
  expect(asInboxName('W1')).toBe('w1')
})

it('every octet of chance counts', () => {
  const zero = new Uint8Array(8)
  const names = Array.from(zero, (_, at) => freshName(zero.with(at, 1), '1'))

  expect(new Set([...names, freshName(zero, '1')]).size).toBe(9)
})
