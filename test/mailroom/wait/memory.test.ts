import { expect, test } from 'vitest'
import { createMemory } from '#mailhold/mailroom/wait/memory.js'

test('equal data is read once, and whoever asks gets the same', () => {
  let reads = 0
  const read = createMemory((given: unknown) => ({ given, read: ++reads }))

  const first = read([['subject', 'Hi']])
  const again = read([['subject', 'Hi']])
  const other = read([['subject', 'Ho']])

  expect(again).toBe(first)
  expect(other).toEqual({ given: [['subject', 'Ho']], read: 2 })
})

test('what cannot be read is refused every time', () => {
  const read = createMemory((given: unknown) => {
    throw new Error(`bad ${JSON.stringify(given)}`)
  })

  expect(() => read({ match: 1 })).toThrow('bad {"match":1}')
  expect(() => read({ match: 1 })).toThrow('bad {"match":1}')
})

test('only so many are kept, and nothing that is long', () => {
  let reads = 0
  const read = createMemory((given: unknown) => ({ given, read: ++reads }))
  const long = 'x'.repeat(3000)
  const first = read('first')

  for (let n = 0; n < 200; n += 1) read(n)

  expect(read('first')).not.toBe(first)
  expect(read(long)).not.toBe(read(long))
})
