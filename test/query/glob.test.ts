import fc from 'fast-check'
import { expect, it } from 'vitest'
import { globToTest } from '#mailhold/query/glob.js'

it.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['**', 'ab', true],
  ['a*', 'a', true],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['*b*', 'abc', true],
  ['a*b*c', 'acbc', true],
  ['a*b*c', 'acb', false],
  ['*ab*ab', 'aab', false],
  ['a.c', 'abc', false],
  ['[a]', 'a', false],
])('%s against %s: %s', (glob, text, fits) => {
  expect(globToTest(glob)(text)).toBe(fits)
})

it('means what the regular expression means in which each star is anything', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 8 }).map((list) => list.join(''))
  fc.assert(
    fc.property(letters, letters, (glob, text) => {
      const pattern = new RegExp(`^${glob.replace(/\*/g, '[^]*')}$`)

      expect(globToTest(glob)(text)).toBe(pattern.test(text))
    }),
    { numRuns: 3000 },
  )
})
