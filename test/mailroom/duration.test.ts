import { expect, test } from 'vitest'
import { readDuration } from '#mailhold/mailroom/duration.js'

const bounds = { path: 'ttl', least: '1s', most: '365d' }

test.each([
  ['1s', 1000],
  ['1500ms', 1500],
  ['1.5m', 90_000],
  ['30m', 1_800_000],
  ['12h', 43_200_000],
  ['365d', 31_536_000_000],
])('%s is %d ms', (text, expected) => {
  expect(readDuration(text, bounds)).toBe(expected)
})

test.each(['999ms', '366d', '0s', '30', 'm', '-1s', '1 s', '1S', '1e3s', '', '9999999999s'])(
  '%j is refused',
  (text) => {
    expect(() => readDuration(text, bounds)).toThrow(
      expect.objectContaining({
        code: 'badInput',
        message: expect.stringContaining('"ttl" must be a duration from 1s to 365d'),
        details: { path: 'ttl' },
      }),
    )
  },
)
