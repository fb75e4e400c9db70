import { describe, expect, it } from 'vitest'
import { readRange } from '#mailhold/http/octets/byte-range.js'

describe('a range of 100 octets', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=10-19', { start: 10, end: 20 }],
    ['bytes=90-', { start: 90, end: 100 }],
    ['bytes=90-500', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=-500', { start: 0, end: 100 }],
    ['Bytes=5-5', { start: 5, end: 6 }],
  ])('%s is read', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected)
  })

  it.each(['bytes=100-', 'bytes=200-300', 'bytes=-0'])('%s cannot be satisfied', (header) => {
    expect(readRange(header, 100)).toBe('unsatisfiable')
  })

  it.each([
    undefined,
    '',
    'bytes=-',
    'bytes=20-10',
    'bytes=0-1,5-6',
    'lines=0-1',
    'bytes=a-b',
    'bytes=9999999999999999-',
  ])('%s means the whole', (header) => {
    expect(readRange(header, 100)).toBeUndefined()
  })

  it('of nothing cannot be satisfied', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(readRange('bytes=-5', 0)).toBe('unsatisfiable')
  })
})
