import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshName, workerNumber } from '#mailhold/client/inbox/name.js'
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

it('every octet of chance counts', () => {
  const zero = new Uint8Array(8)
  const names = Array.from(zero, (_, at) => freshName(zero.with(at, 1), '1'))

  expect(new Set([...names, freshName(zero, '1')]).size).toBe(9)
})
