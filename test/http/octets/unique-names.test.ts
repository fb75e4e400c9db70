import { describe, expect, it } from 'vitest'
import { uniqueNames } from '#mailhold/http/octets/unique-names.js'

describe('names side by side', () => {
  it('gives a number to a name that came before, whatever its capitals', () => {
    expect(uniqueNames(['a.txt', 'A.TXT', 'b', 'a.txt', 'b', '.env', '.env'])).toEqual([
      'a.txt',
      'A (2).TXT',
      'b',
      'a (3).txt',
      'b (2)',
      '.env',
      '.env (2)',
    ])
  })

  it('never takes a name that another one brought along', () => {
    expect(uniqueNames(['a (2).txt', 'a.txt', 'a.txt'])).toEqual(['a (2).txt', 'a.txt', 'a (3).txt'])
  })

  it('takes thousands of the same name in a moment', () => {
    const names = uniqueNames(Array.from({ length: 2000 }, () => 'x.pdf'))

    expect(new Set(names).size).toBe(2000)
  })
})
