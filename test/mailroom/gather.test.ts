import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bufferSize, createGatherer } from '#mailhold/mailroom/gather.js'

test('gathered buffers joined are what was added, and all but the last are full', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400_000 }), { maxLength: 8 }), (sizes) => {
      const octets = Uint8Array.from({ length: sizes.reduce((a, b) => a + b, 0) }, (_, at) => at * 31)
      const gatherer = createGatherer()
      const taken: Uint8Array[] = []
      let at = 0
      for (const size of sizes) {
        let rest = octets.subarray(at, at + size)
        at += size
        while (rest.length > 0) {
          if (gatherer.isFull) taken.push(gatherer.take())
          rest = rest.subarray(gatherer.add(rest))
        }
      }
      taken.push(gatherer.take())

      expect(Buffer.concat(taken).equals(octets)).toBe(true)
      expect(taken.slice(0, -1).every(({ length }) => length === bufferSize)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('what was taken does not change when more is added', () => {
  const gatherer = createGatherer()
  gatherer.add(Uint8Array.of(1, 2, 3))
  const taken = gatherer.take()
  gatherer.add(Uint8Array.of(9, 9, 9))

  expect([...taken]).toEqual([1, 2, 3])
})

test('the buffer of one message serves the next without showing through', () => {
  const first = createGatherer()
  first.add(Uint8Array.of(1, 2, 3))
  const taken = first.take()
  const second = createGatherer()
  second.add(Uint8Array.of(7))

  expect([...taken]).toEqual([1, 2, 3])
  expect(taken.buffer.byteLength).toBe(3)
  expect([...second.take()]).toEqual([7])
})
